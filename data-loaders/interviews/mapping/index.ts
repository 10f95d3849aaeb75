export { isOfInterviews, type MicrodataFile, microdataFiles, RULES_FILE } from "./find-files.js";
export { type Microdata, readMicrodata } from "./read-microdata.js";
