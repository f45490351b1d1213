/** Where somebody arrives who has just registered on the website: a path without the language. */
export const welcomePath = '/mit/velkommen'

/** The address of that page. `next`: where the person wanted to go before registering. */
export const welcomeAddress = (next: string | undefined): string =>
  next === undefined ? welcomePath : `${welcomePath}?${new URLSearchParams({ next }).toString()}`
