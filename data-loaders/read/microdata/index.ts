export { type MicrodataFile, microdataFiles } from "./find-files.js";
export { type Microdata, readMicrodata } from "./read-microdata.js";
