/** What the short-term store holds, in memory and in the file of a library that is stopped. */
export const heldInShortTermStore =
  'sessions, log-ins under way, registrations on the website, wrong PINs, openings of records and of classes, links to verify an e-mail, and the server log of the day, sealed under a key of the epoch'
