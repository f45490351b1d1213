/** Days after its day on which a message is tried for the last time. So a late one names nothing that is forgotten. */
export const longestSendingDays = 3
