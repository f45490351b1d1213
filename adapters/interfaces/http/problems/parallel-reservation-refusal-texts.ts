import { httpProblemText } from './http-problem-text'

/** Texts for the refusals of parallel reservations. */
export const parallelReservationRefusalTexts = {
  ParallelReservationIsUnknown: httpProblemText(
    404,
    'Parallelreserveringen findes ikke.',
    'There is no such parallel reservation.',
  ),
  TooFewParallelTitles: httpProblemText(
    422,
    'En parallelreservering er af mindst to titler.',
    'A parallel reservation is of two titles or more.',
  ),
  TooManyParallelTitles: httpProblemText(
    422,
    'Parallelreserveringen er af for mange titler.',
    'The parallel reservation is of too many titles.',
  ),
  ParallelTitleIsNamedTwice: httpProblemText(
    422,
    'Parallelreserveringen nævner en titel to gange.',
    'The parallel reservation names a title twice.',
  ),
  ParallelTitlesAreRefused: httpProblemText(
    422,
    'Ingen af titlerne er reserveret, fordi nogle af dem afvises.',
    'None of the titles is reserved, because some of them are refused.',
  ),
}
