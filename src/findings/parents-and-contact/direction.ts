/** Whether Receiving Parents' answers are taken to be the more favourable ones, as the report says of all its charts. */
export const DIRECTION = { said: "said", open: "open" } as const;
