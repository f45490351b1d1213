/** As whom the website acts for somebody who has not logged in: as a self-service machine does. */
export const websiteCaller = { role: 'machine', subject: 'website' } as const
