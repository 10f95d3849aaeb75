export { feeByStatementFigure } from "./by-statement.js";
export { changeFigure } from "./change.js";
export { historiesFigure } from "./histories.js";
export { ladderFigure } from "./ladder.js";
export { parentsFigure } from "./parents.js";
export { saidFigure } from "./said.js";
export { settlesFigure } from "./settles.js";
