import type { Options } from "./variants.js";

/** An option of a control; `deff` where it stands for a design effect. */
export interface ControlOption {
  readonly code: string;
  readonly label: string;
  readonly note?: string;
  readonly deff?: number;
}

/**
 * A control of the reader: one of a few options; a tick box whose options are "no" and "yes"; or a button that goes to the
 * next of its options, the seeds of made-up data, and after the last to the first; or short text of the reader's own.
 *
 * Rows, results and figures that depend on a choice all take it from its one control, so that no name or code is typed twice.
 */
export interface Control<Option extends ControlOption = ControlOption> {
  readonly name: string;
  readonly type: "choice" | "tick" | "redraw" | "text";
  readonly legend: string;
  readonly options: readonly Option[];
  readonly default: Option["code"];
  /** Set where it only chooses what is looked at and assumes nothing: a guess, one history of several, a way to count. */
  readonly isView?: true;
  /** Controls that get their default back when this one changes. */
  readonly clears?: readonly string[];
}

/** The codes of a control's options. */
export type OptionCode<C> = C extends Control<infer Option> ? Option["code"] : never;

/** A control whose options keep their own types: codes, and what each stands for. */
export function defineControl<const Option extends ControlOption>(control: Control<Option>): Control<Option> {
  return control;
}

/** The code of the option that is chosen: the default where the state does not name the control. */
export function chosenCode<Option extends ControlOption>(
  control: Control<Option>,
  state: Options,
): Option["code"] {
  return state[control.name] ?? control.default;
}

/**
 * The option that is chosen.
 * @throws RangeError where the state has a code that is none of the control's
 */
export function chosenOption<Option extends ControlOption>(control: Control<Option>, state: Options): Option {
  return optionOf(control, chosenCode(control, state));
}

/**
 * The option with a code.
 * @throws RangeError where the control has none
 */
export function optionOf<Option extends ControlOption>(
  { name, options }: Control<Option>,
  code: string,
): Option {
  const option = options.find((one) => one.code === code);
  if (option === undefined) throw new RangeError(`${name} has no option "${code}"`);
  return option;
}

/** The codes of a control's options, as a list in words: for descriptions of columns. */
export function codesOf({ options }: Pick<Control, "options">): string {
  return options.map(({ code }) => code).join(", ");
}

/** The state in which every control has its default. */
export function defaultState(controls: readonly Control[]): Options {
  return Object.fromEntries(controls.map((control) => [control.name, control.default]));
}
