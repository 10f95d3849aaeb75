import { isDate } from "../read/cells.js";

/** Whether the text is a month, 2023-04. */
export const isMonth = (text: string): boolean => text.length === 7 && isDate(text);

/** Whether the text is a day of the calendar, 2023-04-30. */
export const isDay = (text: string): boolean => text.length === 10 && isDate(text);
