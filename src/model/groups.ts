// Made by `npm run groups` from dimensions.csv and groups.csv of the raw files. Edit those.

/** Dimensions with their groups, in the order of the tables. `complete`: everybody has one code, by definition. */
export const DIMENSIONS = {
  parent: {
    label: "Parent type",
    complete: true,
    codes: {
      receiving: "Receiving Parents",
      paying: "Paying Parents",
    },
  },
  contact: {
    label: "Contact type",
    complete: true,
    codes: {
      new: "New customers",
      change: "Change of Circumstances",
    },
  },
  age: {
    label: "Age",
    complete: false,
    codes: {
      "16-24": "Aged 16 to 24",
      "25-34": "Aged 25 to 34",
      "35-44": "Aged 35 to 44",
      "45-54": "Aged 45 to 54",
      "55-plus": "Aged 55 and over",
    },
  },
  gender: {
    label: "Gender",
    complete: false,
    codes: {
      female: "Women",
      male: "Men",
    },
  },
  ethnicity: {
    label: "Ethnicity",
    complete: false,
    codes: {
      asian: "Asian",
      black: "Black",
      white: "White",
      "other-mixed": "Other or Mixed",
      "prefer-not-to-say": "Prefer not to say",
      "dont-know": "Do not know",
    },
  },
  health: {
    label: "Long-term health condition",
    complete: false,
    codes: {
      any: "Any condition",
      physical: "Physical only",
      mental: "Mental only",
      both: "Physical and mental",
      none: "No condition",
      "prefer-not-to-say": "Prefer not to say",
    },
  },
  csa: {
    label: "Past with the Child Support Agency",
    complete: true,
    codes: {
      past: "With a CSA past",
      none: "Without a CSA past",
    },
  },
  letter: {
    label: "CSA case-closure letter",
    complete: true,
    codes: {
      received: "Received a closure letter",
      "not-received": "Received no closure letter",
    },
  },
  care: {
    label: "Day-to-day care",
    complete: true,
    codes: {
      main: "Main day-to-day care",
      "some-or-none": "Some or no day-to-day care",
    },
  },
  call: {
    label: "Call",
    complete: false,
    codes: {
      inbound: "Inbound",
      outbound: "Outbound",
    },
  },
} as const;

/** Other names under which official tables show a group. */
export const OTHER_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  parent: {
    receiving: ["receiving", "receiving parent", "parent with care", "parents with care"],
    paying: ["paying", "paying parent", "non resident parent", "non resident parents"],
  },
  age: {
    "55-plus": ["55 and over"],
  },
  gender: {
    female: ["woman", "female", "females"],
    male: ["man", "male", "males"],
  },
  ethnicity: {
    asian: ["asian or asian british", "asian, asian british", "asian british"],
    black: [
      "black or black british",
      "black, black british",
      "black, african, caribbean or black british",
      "black, black british, caribbean or african",
      "black, african, caribbean, black british",
    ],
    white: ["white british and other white", "all white"],
    "other-mixed": ["mixed or other", "other, mixed", "mixed, other", "other and mixed", "mixed and other"],
    "prefer-not-to-say": ["preferred not to say", "refused"],
    "dont-know": ["don't know", "dont know"],
  },
  csa: {
    past: [
      "csa past",
      "with csa history",
      "csa history",
      "with a csa history",
      "historic csa involvement",
      "with historic csa involvement",
      "csa involvement",
      "previous csa case",
      "had a csa case",
    ],
    none: [
      "no csa past",
      "without csa history",
      "no csa history",
      "without a csa history",
      "no historic csa involvement",
      "without historic csa involvement",
      "no csa involvement",
      "no previous csa case",
      "no csa case",
    ],
  },
  letter: {
    received: ["received closure letter", "received letter", "received a letter", "with letter", "letter"],
    "not-received": [
      "did not receive a closure letter",
      "did not receive closure letter",
      "no closure letter",
      "no letter",
      "without letter",
      "did not receive letter",
      "did not receive a letter",
    ],
  },
};

/** Colours by the code of a group, or the name of a dimension. */
export const GROUP_COLOURS = {
  receiving: { light: "#12436d", dark: "#7fb2e0" },
  paying: { light: "#b8480f", dark: "#f5a075" },
  new: { light: "#1b7f77", dark: "#5cc9bd" },
  change: { light: "#801650", dark: "#e08bbd" },
  age: { light: "#12436d", dark: "#7fb2e0" },
  asian: { light: "#1b7f77", dark: "#5cc9bd" },
  black: { light: "#801650", dark: "#e08bbd" },
  white: { light: "#12436d", dark: "#7fb2e0" },
  past: { light: "#6a4aa5", dark: "#b9a2ea" },
} as const;
