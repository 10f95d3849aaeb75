export { fallFigure } from "./fall.js";
export { guessFigure } from "./guess.js";
export { noiseFigure } from "./noise.js";
export { sizesFigure } from "./sizes.js";
export { wordsFigure } from "./words.js";
