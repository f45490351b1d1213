/**
 * Words that no file name and no declared identifier contains, each with the right term and the reason.
 * `words` are whole words of a camelCase, PascalCase or kebab-case name, in order: `waiting room` forbids `waitingRoom`
 * and `waiting-room.ts`. `whole` forbids the name only when it consists of these words alone. `except` lists names in
 * which the word is right, as they are written in kebab-case.
 */
export const forbiddenWords = [
  // Furniture of a library, used for technical things.
  { words: 'desk', use: '...Dependencies', reason: 'in a library a desk is furniture' },
  {
    words: 'shelf',
    use: '...Dependencies, a store',
    reason: 'in a library a shelf is furniture',
    except: ['pick-up-shelf', 'on-shelf', 'shelf-mark'],
  },
  { words: 'shelves', use: 'stores', reason: 'in a library shelves are furniture', except: ['pick-up-shelves'] },
  { words: 'gate', use: 'lock, borrowerLock', reason: 'in a library a gate is furniture' },
  { words: 'gates', use: 'locks', reason: 'in a library gates are furniture' },
  { words: 'room', use: 'capacity, positionWaiter', reason: 'in a library a room is a place for readers' },
  { words: 'bell', use: 'signal', reason: 'a metaphor' },
  // Metaphors and archaic words.
  { words: 'tongue', use: 'language', reason: 'archaic' },
  { words: 'vitals', use: 'health, readings', reason: 'a metaphor' },
  { words: 'truth', use: 'stores, logs', reason: 'a metaphor', except: ['ground-truth'] },
  { words: 'stranger', use: 'unknown borrower', reason: 'a metaphor' },
  { words: 'ghost', use: 'name what is left over', reason: 'a metaphor' },
  { words: 'forsake', use: 'revoke', reason: 'archaic' },
  { words: 'insist', use: 'require, check', reason: 'the name says no object' },
  { words: 'kernel', use: 'name what the folder holds', reason: 'says nothing of the content' },
  { words: 'upkeep', use: 'maintenance', reason: 'not the term of the trade' },
  { words: 'furnished', use: 'prepared', reason: 'a metaphor' },
  { words: 'impatient', use: 'withTimeout, withReadLimit', reason: 'a metaphor' },
  { words: 'shut', use: 'sealed, closed', reason: 'not the term of the trade' },
  // Words with several meanings in this code base.
  { words: 'keeping', use: 'retention', reason: 'kept, keeps and keeping meant six different things' },
  { words: 'keeper', use: 'storage', reason: 'kept, keeps and keeping meant six different things' },
  { words: 'kept', use: 'reserved, stored, retained', reason: 'kept, keeps and keeping meant six different things' },
  { words: 'follower', use: 'projector, log consumer', reason: 'not the term of the trade' },
  { words: 'follows', use: 'projector, log consumer', reason: 'not the term of the trade' },
  { words: 'forget', use: 'evict (from memory), erase (for ever)', reason: 'it meant both' },
  { words: 'acts', use: 'use cases', reason: 'not the term of the trade' },
  { words: 'acted', use: 'metadata, actedAt', reason: 'the name says no object', except: ['acted-on', 'acted-at'] },
  { words: 'compose', use: 'composition, assemble', reason: 'not the term of the trade' },
  { words: 'answering', use: 'queries, operations', reason: 'the name says no object' },
  { words: 'coalesced', use: 'single-flight', reason: 'not the term of the trade' },
  { words: 'together', use: 'batcher, batch', reason: 'the name says no object' },
  // Verbs and participles that name neither an object nor a direction.
  { words: 'told', use: 'report, message', reason: 'the name says no object' },
  { words: 'asked', use: 'request, options', reason: 'the name says no object' },
  { words: 'said', use: 'output, status', reason: 'the name says no object' },
  { words: 'unseen', use: 'opaque, hidden', reason: 'the name says no object' },
  { words: 'reached', use: 'position, caughtUp', reason: 'the name says no object', whole: true },
  { words: 'failing', use: 'toStepFailed', reason: 'the name says no object', whole: true },
  { words: 'making', use: 'create...', reason: 'the name says no object', whole: true },
  { words: 'committing', use: 'commit...', reason: 'the name says no object', whole: true },
  { words: 'thing', use: 'name it', reason: 'the name says nothing', whole: true },
  { words: 'things', use: 'items, or name them', reason: 'the name says nothing', whole: true },
  // Phrases.
  { words: 'so far', use: 'state, current...', reason: 'a phrase, not a name' },
  { words: 'not lost', use: 'name what is recovered', reason: 'a phrase, not a name' },
  { words: 'again and again', use: 'repeat...', reason: 'a phrase, not a name' },
  { words: 'what to look at', use: 'name what is examined', reason: 'a phrase, not a name' },
  { words: 'whats left', use: 'remaining', reason: 'a phrase, not a name' },
  { words: 'lately sealed', use: 'plaintextCache', reason: 'a phrase, not a name' },
  { words: 'in turn', use: 'withLease, whileHoldingLease', reason: 'a phrase, not a name' },
  { words: 'passed elsewhere', use: 'remoteCheckpoint', reason: 'a phrase, not a name' },
]
