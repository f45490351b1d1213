/** The policy file of the demo library. The guide shows it as its example. */
export const exampleOfPolicyFile = `{
  "branches": [
    {
      "code": "DK-785100",
      "name": { "da": "Hovedbiblioteket", "en": "Main Library" },
      "address": "Bibliotekspladsen 1"
    },
    { "code": "DK-785101", "name": { "da": "Havnebiblioteket", "en": "Harbour Library" } }
  ],
  "versions": [
    {
      "from": "2026-01-01",
      "loanPeriods": { "short-7": { "institution": 14 } },
      "renewals": { "atMost": 3 },
      "contacts": {
        "controller": {
          "name": "Eksempel Kommune, Biblioteket",
          "address": "Bibliotekspladsen 1, 9000 Eksempelby",
          "phone": "99 99 00 00",
          "email": "biblioteket@eksempel.example"
        },
        "dataProtectionOfficer": { "name": "Databeskyttelsesrådgiveren", "email": "dpo@eksempel.example" }
      },
      "processing": [
        { "name": "Eksempel Kommunes serverrum", "task": "logge, nøglelager og sikkerhedskopier", "country": "DK" },
        { "name": "Eksempel SMS ApS", "task": "sender sms'er", "country": "DK" }
      ],
      "closedDays": {
        "yearly": ["01-01", "12-24", "12-25", "12-26", "12-31"],
        "days": ["2026-04-02", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25"]
      },
      "branches": {
        "DK-785100": {
          "openingHours": {
            "monday": "10:00-18:00",
            "tuesday": "10:00-18:00",
            "wednesday": "10:00-18:00",
            "thursday": "10:00-18:00",
            "friday": "10:00-18:00",
            "saturday": "10:00-14:00"
          },
          "cameras": ["indgang", "udlaan"]
        },
        "DK-785101": {
          "closedDays": { "weekdays": ["sunday", "monday"] },
          "pickUpDays": 10,
          "openingHours": { "tuesday": "10:00-18:00", "saturday": "10:00-14:00" },
          "cameras": ["indgang"]
        }
      }
    },
    {
      "from": "2027-01-01",
      "reservations": { "atMost": 20 },
      "fees": { "handlingFee": 7500 }
    }
  ]
}
`
