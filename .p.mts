import { readRaw } from "./data-loaders/read/index.js";
import { build } from "./data-loaders/tables/index.js";
import { fillIn } from "./tests/unit/prose/fill-in.js";
import { numbersMaker, siteText } from "./tests/unit/prose/site-text.js";
import { cesWorld } from "./data-loaders/simulate/compatible/ces/index.js";
import { textOnly } from "./data-loaders/simulate/compatible/text-only.js";
let t=Date.now(); const lap=(n:string)=>{console.log(n,Date.now()-t);t=Date.now();};
const raw = readRaw("data-loaders/raw");
const built = build(raw); lap("build");
const make = numbersMaker(built); lap("maker");
const show = (fills: Record<string,string>, re: RegExp) => {
  try {
    const n = make(fillIn(raw, new Map(Object.entries(fills)))); lap("make "+n.moved);
    const s = siteText(n); lap("text "+s.length);
    for (const x of s) if (re.test(x.file) && !x.cell) console.log("  ", x.file, "|", x.text);
  } catch (e) { console.log("FAILED", e); }
};
show({}, /nothing/);
const id="ces-2023-24.satisfied.";
show({[id+"ethnicity-black"]:"52"}, /age-and-eth|findings.index|ethnicity/);
show({[id+"ethnicity-black"]:"25"}, /nothing/);
show({[id+"age-25-34"]:"45"}, /satisfaction-by-age|flattest/);
show({"ces-2023-24.clear.parent-receiving":"50"}, /driver/);
show({"cms-2016.satisfied.2014-05":"66"}, /nothing/);
show({"cms-2016.quarter-weight.2014-05":"0.08"}, /nothing/);
show({"options-2016.satisfied.letter-received.2015-05":"90"}, /closure|words/);
const w = cesWorld(textOnly(raw), 1, 5); lap("world");
const all = Object.fromEntries(w.beside.values.filter(v=>v.value && v.value.low===null && v.number!==null).map(v=>[v.value!.id, String(Math.round(v.number!))]));
show(all, /age-and-eth|ethnic|parents-and|driver|small/);
