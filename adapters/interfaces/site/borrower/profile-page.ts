import { contactTexts } from '../../pages/contact/contact-texts'
import type { CardReported, Profile } from '../../pages/profile/profile'
import { CardReportedView } from '../../pages/profile/card-section'
import { profileTexts } from '../../pages/profile/profile-texts'
import { ProfileView } from '../../pages/profile/profile-view'
import { defineSitePage } from '../page/define-site-page'
import { viewOfEither } from '../page/view-of-either'
import { changePin, profileChanges, profilePath, reportCard } from './change-profile'
import { readProfile } from './read-profile'

/** What a borrower may change of themself, and nothing else. */
export const profilePage = defineSitePage<Profile | CardReported>({
  path: profilePath,
  title: profileTexts.title,
  roles: ['borrower'],
  read: readProfile,
  view: viewOfEither((content): content is CardReported => 'isCardReported' in content, CardReportedView, ProfileView),
  forms: { ...profileChanges, pin: changePin, stolen: reportCard },
  doneTexts: {
    contactChanged: profileTexts.contactChanged,
    linkSent: contactTexts.linkSent,
    preferencesChanged: profileTexts.preferencesChanged,
    absenceSet: profileTexts.absenceSet,
    absenceRemoved: profileTexts.absenceRemoved,
    pinSet: profileTexts.pinSet,
    consentGiven: profileTexts.consentGiven,
    consentWithdrawn: profileTexts.consentWithdrawn,
  },
})
