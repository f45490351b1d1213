import type { FeeRefusal } from '../../../../domain/fee/fee-refusal'
import type { EstateIsNotCollected, GroupIsNotCollected } from '../../../../domain/use-cases/change-fee-collection'
import type { CollectionRefusal } from '../../../../domain/use-cases/collection-refusal'
import { httpProblemText, type ProblemText } from './http-problem-text'

type CollectionRefusalTag =
  | CollectionRefusal['_tag']
  | EstateIsNotCollected['_tag']
  | GroupIsNotCollected['_tag']
  | Extract<
      FeeRefusal['_tag'],
      | 'CollectionHasBegun'
      | 'FeeIsNotReadyForCollection'
      | 'FeeIsNotInCollectionFile'
      | 'FeeIsNotCollected'
      | 'FeeIsPassedOn'
    >

/** Status and texts for each refusal about the collection of debts. */
export const collectionRefusalTexts: Readonly<Record<CollectionRefusalTag, ProblemText>> = {
  CollectionHasBegun: httpProblemText(
    409,
    'Gebyret er allerede varslet om inddrivelse, eller sendt til inddrivelse.',
    'A notice before collection was asked for already, or the fee is passed on for collection.',
  ),
  FeeIsNotReadyForCollection: httpProblemText(
    409,
    'Gebyret kan ikke sendes til inddrivelse endnu: varslet skal være sendt, og fristen udløbet.',
    'The fee cannot be passed on for collection yet: its notice must have gone out, and its days to pay be over.',
  ),
  FeeIsNotInCollectionFile: httpProblemText(
    409,
    'Den seneste fil til inddrivelse med gebyret er en anden.',
    'The last file to the collector that has the fee is another one.',
  ),
  FeeIsNotCollected: httpProblemText(
    409,
    'Gebyret er hverken varslet om inddrivelse eller sendt til inddrivelse.',
    'The fee has no notice before collection, and is not passed on.',
  ),
  FeeIsPassedOn: httpProblemText(
    409,
    'Gebyret er sendt til inddrivelse. Det kan betales eller ændres her, når biblioteket har kaldt det tilbage.',
    'The fee is passed on for collection. It can be paid or changed here when the library has recalled it.',
  ),
  EstateIsNotCollected: httpProblemText(
    409,
    'Låneren er død: gælden hører til dødsboet, og intet sendes til inddrivelse.',
    'The borrower has died: the estate settles the debt, and nothing of it is passed on for collection.',
  ),
  GroupIsNotCollected: httpProblemText(
    409,
    'Lånergruppen er fritaget for gebyrer eller rykkere, så intet sendes til inddrivelse.',
    'The borrower group is exempt from fees or reminders, so nothing of it is passed on for collection.',
  ),
  NobodyCollects: httpProblemText(
    409,
    'Bibliotekets politik nævner ingen modtager af gæld til inddrivelse.',
    'The policy of the library names nobody who collects debts.',
  ),
  CollectionKeyIsUnusable: httpProblemText(
    409,
    'Modtagerens offentlige nøgle i bibliotekets politik kan ikke bruges.',
    'The public key of the recipient in the policy of the library cannot be used.',
  ),
  NothingToCollect: httpProblemText(
    409,
    'Ingen gebyrer er klar til inddrivelse.',
    'No fee is ready to be passed on for collection.',
  ),
  CollectionFileIsUnknown: httpProblemText(
    404,
    'Ingen gebyrer venter på denne fil: den er udleveret, en nyere er lavet, eller gebyrerne er kaldt tilbage.',
    'No fee waits for this file: it was handed out, a newer one was made, or its fees were recalled.',
  ),
}
