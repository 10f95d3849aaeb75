export { cellsFigure } from "./cells.js";
export { driversFigure } from "./drivers.js";
export { gapsFigure } from "./gaps.js";
export { mixFigure } from "./mix.js";
export { satisfactionFigure } from "./satisfaction.js";
export { sharesFigure } from "./shares.js";
