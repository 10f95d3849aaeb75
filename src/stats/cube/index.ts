export type { Cube, CubeAdjustment, CubeDesign, CubeDimension } from "./cube.js";
export { type CubeSize, cubeBytes, cubeSize, readCube } from "./cube-bytes.js";
export { type CubeEstimateOptions, estimateFromCube } from "./estimate-from-cube.js";
export { type CubeColumns, makeCube } from "./make-cube.js";
export { mergeCubes } from "./merge-cubes.js";
export { quantiseWeights } from "./quantise-weights.js";
