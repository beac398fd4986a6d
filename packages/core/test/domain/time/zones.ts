import fc from 'fast-check'

/** Zones without daylight saving, with it on both halves of the globe, by half an hour, and odd. */
const zones = [
  'UTC',
  'Asia/Jakarta',
  'Asia/Jayapura',
  'America/New_York',
  'Europe/London',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'America/Havana',
  'Pacific/Kwajalein',
] as const

export const anyZone: fc.Arbitrary<string> = fc.constantFrom(...zones)

const day = 86_400_000

/** Instants around which clocks change or days go missing in one zone or another. */
const turningPoints = [
  '1993-08-21T12:00Z', // Kwajalein skips a day
  '2011-12-30T10:00Z', // Apia skips a day
  '2010-11-07T02:31Z', // St John's goes back across midnight
  '2018-02-18T02:00Z', // São Paulo goes back at midnight
  '2018-11-04T03:00Z', // São Paulo has no midnight
  '2022-03-26T22:00Z', // Beirut has no midnight
  '2024-03-10T07:00Z', // New York skips an hour
  '2024-11-03T06:00Z', // New York repeats an hour
  '2024-03-31T01:00Z', // London skips an hour at the end of a month
  '2024-10-27T01:00Z', // London repeats an hour
  '2024-04-06T15:00Z', // Lord Howe repeats half an hour
  '2024-02-29T12:00Z',
].map((text) => Date.parse(text))

const near = (point: number, distance: number) =>
  fc.integer({ min: -distance, max: distance }).map((shift) => point + shift)

/** Instants from 1971 to 2099, often at turning points and ends of months. */
export const anyInstant: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2100, 0) }),
  fc.constantFrom(...turningPoints).chain((point) => near(point, 2 * day)),
  fc.constantFrom(...turningPoints).chain((point) => near(point, 35 * day)),
  fc.nat({ max: 129 * 12 - 1 }).chain((month) => near(Date.UTC(1971, month), 3 * day)),
)
