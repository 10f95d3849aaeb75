import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { InputError, type Raw, readRaw } from "../../../../data-loaders/read/index.js";

const PUBLICATION =
  "id,short_title,title,publisher,background_of,published,coverage_start,coverage_end,unit,population,mode,interviewer,frame," +
  "exclusions,weighting,statistics_status,source_url,copy,looked_up,edition,tables,text_note\n";

const MEASURES = "id,label,question,scale,counts_as,asked_of,unit,minimum,maximum,locator,note\n";

const VALUES = "id,measure,group,period,printed,words,status,rounding,low,high,base,place,locator,note\n";

const BASES = "id,population,definition,group,period,printed,status,place,locator,note\n";

/** A raw folder in which every check passes: two publications and the context. */
export const VALID: Readonly<Record<string, string>> = {
  "alpha-2016/publication.csv":
    `${PUBLICATION}alpha-2016,Alpha survey,Alpha Satisfaction,A Department,,2016-12,2014-04,2016-09,a client,clients,` +
    "telephone,agents,callers,none,by month,official,https://example.org,publisher,2026-11-29,first,Tables 1 to 2,no charts\n",
  "alpha-2016/measures.csv":
    `${MEASURES}alpha.satisfied,Satisfied,How satisfied?,1 to 10,7 or more,all,percent,0,100,alpha-2016: Figure 1,\n` +
    "alpha.fee,Fee,What is paid,none,none,nobody,pounds,0,1000,alpha-2016: Fees,\n",
  "alpha-2016/values.csv":
    `${VALUES}alpha-2016.satisfied,alpha.satisfied,,2014-04/2016-09,93,,printed,1,,,,Text,alpha-2016: Results,\n` +
    "alpha-2016.satisfied.2014-04,alpha.satisfied,,2014-04,,,tabled,1,,,alpha-2016.base.month,Table 1,alpha-2016: Table 1,\n" +
    "alpha-2016.fee,alpha.fee,,,20,,printed,exact,,,,Text,alpha-2016: Fees,\n",
  "alpha-2016/bases.csv": `${BASES}alpha-2016.base.month,month,one month,,2014-04,,tabled,Table 1,alpha-2016: Table 1,\n`,
  "beta-2024/publication.csv":
    `${PUBLICATION}beta-2024,Beta survey,Beta Experience,A Department,,2024-08-29,2023-04,2024-03,a customer,customers,` +
    "online,a company,contacts,none,by quarter,official,https://example.org,publisher,2026-11-29,first,none,no charts\n",
  "beta-2024/measures.csv": `${MEASURES}beta.satisfied,Satisfied,How satisfied?,five points,top two,all,percent,0,100,beta-2024: Figure 1,\n`,
  "beta-2024/values.csv":
    `${VALUES}beta-2024.satisfied.parent-receiving,beta.satisfied,parent=receiving,2023-04/2024-03,47,,printed,1,,,` +
    "beta-2024.base.all.parent-receiving,Figure 2,beta-2024: Figure 2,\n" +
    "beta-2024.satisfied.parent-paying,beta.satisfied,parent=paying,2023-04/2024-03,,six out of ten,worded,words,59.5,60.5," +
    'beta-2024.base.all.parent-paying,Text,beta-2024: Results,"read as 60, rounded"\n',
  "beta-2024/bases.csv":
    `${BASES}beta-2024.base.all,all,everyone,,2023-04/2024-03,"2,280",printed,Figure 2,beta-2024: Figure 2,\n` +
    'beta-2024.base.all.parent-receiving,all,everyone,parent=receiving,2023-04/2024-03,"1,179",printed,Figure 2,beta-2024: Figure 2,\n' +
    'beta-2024.base.all.parent-paying,all,everyone,parent=paying,2023-04/2024-03,"1,099",printed,Figure 2,beta-2024: Figure 2,\n',
  "beta-2024/reconciliations.csv":
    "id,total,parts,residual,reason,locator\n" +
    "beta-2024.sum.parent,beta-2024.base.all,beta-2024.base.all.parent-receiving;beta-2024.base.all.parent-paying,2," +
    "two are neither,beta-2024: Figure 2\n",
  "beta-2024/rules.csv":
    "id,kind,statement,locator\nbeta-2024.rule.weights,weighting,Weighted by quarter.,beta-2024: Weighting\n",
  "beta-2024/limitations.csv":
    "id,statement,locator\nbeta-2024.limitation.small,Small groups vary.,beta-2024: Conventions\n",
  "beta-2024/calendar.csv":
    "id,coverage,contact_start,contact_end,survey_month,locator\n" +
    "beta-2024.calendar.q1,Quarter 1,February,April,June,beta-2024: Table 1\n",
  "beta-2024/sentences.csv":
    "id,locator,gist,left_out,words,fingerprint\n" +
    "beta-2024.sentence.001,beta-2024: Figure 2,heading on parents,,3,00000000000000a1\n" +
    "beta-2024.sentence.002,beta-2024: Figure 2,receiving parents,,12,00000000000000a2\n" +
    "beta-2024.sentence.003,beta-2024: Figure 2,thanks,politeness,9,00000000000000a3\n",
  "beta-2024/claims.csv":
    "id,sentence,locator,chart,statement,kind,values,states,restates,family,evidence,alternatives,note,disputed,concern,weight\n" +
    "beta-2024.claim.receiving,beta-2024.sentence.002,beta-2024: Figure 2,Figure 2,47% were satisfied.,level," +
    "beta-2024.satisfied.parent-receiving,beta-2024.satisfied.parent-receiving,,,,,,,,\n" +
    "beta-2024.claim.receiving-again,beta-2024.sentence.001,beta-2024: Figure 2,,Almost half were.,level," +
    "beta-2024.satisfied.*,,beta-2024.claim.receiving,,,,,,,\n",
  "context/phrases.csv":
    "id,phrase,usual,narrow,wide,why\n" +
    'context.phrase.almost-half,almost half,"[45,50)","[47.5,50)","[40,50)",Below a half.\n',
  "context/comparisons.csv":
    "id,first,second,allowed,because\n" +
    "context.comparison.alpha,alpha.satisfied,alpha.satisfied,yes,One question each month.\n" +
    "context.comparison.beta,beta.satisfied,beta.satisfied,yes,One question.\n" +
    "context.comparison.both,alpha.satisfied,beta.satisfied,no,Another cut.\n",
  "context/events.csv":
    "id,date,label,detail,grade,locator,source_id\n" +
    "context.event.fee,2014-06-30,Fee begins,,B,context: notices,context.source.notice\n",
  "context/facts.csv":
    "id,topic,period,statement,group,printed,unit,status,grade,locator,source_id,note\n" +
    'context.fact.calls,Calls,2013-04,Calls in a month,,"8,024",calls,printed,A,context: call statistics,context.source.calls,\n',
  "context/sources.csv":
    "id,title,publisher,edition,source_url,copy,looked_up\n" +
    "context.source.calls,Calls by month,A Department,of 2014,https://example.org/calls,publisher,2026-11-29\n" +
    "context.source.notice,Notice of a fee,A firm,July 2014,https://example.com/notice,second hand,2026-11-30\n",
};

/** The valid files with one text put in place of another, which must stand in the file once. */
export function changed(path: string, from: string, to: string, files = VALID): Record<string, string> {
  const parts = (files[path] ?? "").split(from);
  if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times ${from}`);
  return { ...files, [path]: parts.join(to) };
}

/** The valid files without some of them. */
export function without(...paths: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(VALID).filter(([path]) => !paths.includes(path)));
}

/** Writes the files to a folder of their own, reads it, and takes the folder away. */
export function read(files: Readonly<Record<string, string>>): Raw {
  return inFolder(files, readRaw);
}

/** The lines of the InputError, with paths from the raw folder; none when the folder is read. */
export function faults(files: Readonly<Record<string, string>>): string[] {
  return inFolder(files, (folder) => {
    try {
      readRaw(folder);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const prefix = `${relative(process.cwd(), folder).split(sep).join("/")}/`;
      return error.message.replaceAll(prefix, "").split("\n");
    }
  });
}

function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "raw-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
