/** The lexicons that ship, as they lie in data/lexicon. The test names a file that is not listed here. */
import abuse from '../../../data/lexicon/abuse.json' with { type: 'json' }
import advertising from '../../../data/lexicon/advertising.json' with { type: 'json' }
import anonymity from '../../../data/lexicon/anonymity.json' with { type: 'json' }
import badMorals from '../../../data/lexicon/bad-morals.json' with { type: 'json' }
import blackFive from '../../../data/lexicon/black-five.json' with { type: 'json' }
import blindBoxDating from '../../../data/lexicon/blind-box-dating.json' with { type: 'json' }
import boosting from '../../../data/lexicon/boosting.json' with { type: 'json' }
import charity from '../../../data/lexicon/charity.json' with { type: 'json' }
import cheats from '../../../data/lexicon/cheats.json' with { type: 'json' }
import counterfeits from '../../../data/lexicon/counterfeits.json' with { type: 'json' }
import crime from '../../../data/lexicon/crime.json' with { type: 'json' }
import fakeTraffic from '../../../data/lexicon/fake-traffic.json' with { type: 'json' }
import falseAlarms from '../../../data/lexicon/false-alarms.json' with { type: 'json' }
import finance from '../../../data/lexicon/finance.json' with { type: 'json' }
import following from '../../../data/lexicon/following.json' with { type: 'json' }
import forbiddenGoods from '../../../data/lexicon/forbidden-goods.json' with { type: 'json' }
import gambling from '../../../data/lexicon/gambling.json' with { type: 'json' }
import gore from '../../../data/lexicon/gore.json' with { type: 'json' }
import hype from '../../../data/lexicon/hype.json' with { type: 'json' }
import listingWords from '../../../data/lexicon/listing-words.json' with { type: 'json' }
import loginWords from '../../../data/lexicon/login-words.json' with { type: 'json' }
import lotteryTickets from '../../../data/lexicon/lottery-tickets.json' with { type: 'json' }
import loyalty from '../../../data/lexicon/loyalty.json' with { type: 'json' }
import luxury from '../../../data/lexicon/luxury.json' with { type: 'json' }
import medicine from '../../../data/lexicon/medicine.json' with { type: 'json' }
import minors from '../../../data/lexicon/minors.json' with { type: 'json' }
import moneySchemes from '../../../data/lexicon/money-schemes.json' with { type: 'json' }
import paymentWords from '../../../data/lexicon/payment-words.json' with { type: 'json' }
import pets from '../../../data/lexicon/pets.json' with { type: 'json' }
import property from '../../../data/lexicon/property.json' with { type: 'json' }
import recommendation from '../../../data/lexicon/recommendation.json' with { type: 'json' }
import scalpers from '../../../data/lexicon/scalpers.json' with { type: 'json' }
import sharing from '../../../data/lexicon/sharing.json' with { type: 'json' }
import shopCommands from '../../../data/lexicon/shop-commands.json' with { type: 'json' }
import superstition from '../../../data/lexicon/superstition.json' with { type: 'json' }
import sweepstakes from '../../../data/lexicon/sweepstakes.json' with { type: 'json' }
import tencentMarks from '../../../data/lexicon/tencent-marks.json' with { type: 'json' }
import tools from '../../../data/lexicon/tools.json' with { type: 'json' }
import unlawfulServices from '../../../data/lexicon/unlawful-services.json' with { type: 'json' }
import userMade from '../../../data/lexicon/user-made.json' with { type: 'json' }
import visitors from '../../../data/lexicon/visitors.json' with { type: 'json' }
import vulgarity from '../../../data/lexicon/vulgarity.json' with { type: 'json' }
import type { LexiconFile } from './lexicon.ts'

// The compiler widens the words of a JSON file to string; data.test.ts holds every row to its form.
export const LEXICONS = [
  abuse,
  advertising,
  anonymity,
  badMorals,
  blackFive,
  blindBoxDating,
  boosting,
  charity,
  cheats,
  counterfeits,
  crime,
  fakeTraffic,
  falseAlarms,
  finance,
  following,
  forbiddenGoods,
  gambling,
  gore,
  hype,
  listingWords,
  loginWords,
  lotteryTickets,
  loyalty,
  luxury,
  medicine,
  minors,
  moneySchemes,
  paymentWords,
  pets,
  property,
  recommendation,
  scalpers,
  sharing,
  shopCommands,
  superstition,
  sweepstakes,
  tencentMarks,
  tools,
  unlawfulServices,
  userMade,
  visitors,
  vulgarity,
] as unknown as readonly LexiconFile[]
