/** How many messages are under way at once. A process that is killed leaves so many at most to be sent a second time. */
export const messagesInFlight = 5
