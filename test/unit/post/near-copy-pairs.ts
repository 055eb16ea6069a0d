import type { Verdict } from '../../../src/domain/post/near-copy/index.js';

const STREET = '“The river is not a wall between us. It is the street we live on.”';
const DOUGH =
  '“I have opened at five every morning for thirty years because the first boat brought my dough.”';
const WATER = '“A port that forgets the people who cross it is a parking lot with water.”';
const SHORT = '“We will not move.”';
const CREW = '\n\nIda Voss, ferrywoman, Marl Ferry Crew\n\n#MarlFerry https://marl.example/ferry';
const BAKER = '\n\nBo Lund, baker, Lund Bakery\n\n#MarlFerry https://marl.example/ferry';
const SCHOOL = '\n\nAmal Idris, teacher, Riverside School\n\n#MarlFerry https://marl.example/ferry';
const FIGURE = '{Two of three crossings were canceled in May, 412 in all.}';
const FARES = '{A monthly pass rose from $38 to $61.}';

type Pair = readonly [what: string, verdict: Verdict, one: string, other: string];

/** The pairs that the thresholds were chosen on. */
export const TUNED: readonly Pair[] = [
  [
    'one text twice',
    'same',
    `Today the Third Circuit hears us. ${STREET}${CREW}`,
    `Today the Third Circuit hears us. ${STREET}${CREW}`,
  ],
  ['a bare quotation twice', 'same', `${STREET}${CREW}`, `${STREET}${CREW}`],
  [
    'a bare quotation twice, with other tags and link',
    'same',
    `${STREET}${CREW}`,
    `${STREET}\n\nIda Voss #KeepItRunning #Rivers https://other.example/x`,
  ],
  [
    'the same sentences, one word changed',
    'same',
    'We have run the night boat for nine years, and tonight we ask three judges to let us go on doing it. Come and stand on the quay with us at seven.',
    'We have run the night boat for nine years, and tonight we ask three judges to let us keep on doing it. Come and stand on the quay with us at seven.',
  ],
  [
    'punctuation, case and emoji changed',
    'same',
    'The last boat leaves at nine. After that, you walk eleven miles. 🚢',
    'THE LAST BOAT LEAVES AT NINE! After that you walk eleven miles…',
  ],
  [
    'the two sentences the other way round',
    'same',
    'We stand with the crew on the quay tonight. The judges will decide whether the boats go on.',
    'The judges will decide whether the boats go on. We stand with the crew on the quay tonight.',
  ],
  [
    'the same frame with names of other speakers, and other quotations that are short',
    'near',
    `Before the judges sit down this morning, hear what it means to someone who crosses every day. Ida Voss: ${SHORT}`,
    `Before the judges sit down this morning, hear what it means to someone who crosses every day. Bo Lund: “Let the boats run.”`,
  ],
  [
    'the same long frame around different quotations',
    'near',
    `Our members cross the Marl twice a day, to work, to school, to see a doctor. If the night boat stops, that is an hour more in the dark for each of them. ${STREET}${CREW}`,
    `Our members cross the Marl twice a day, to work, to school, to see a doctor. If the night boat stops, that is an hour more in the dark for each of them. ${DOUGH}${BAKER}`,
  ],
  [
    'a sentence of frame around longer quotations that differ',
    'near',
    `While three judges listen to lawyers this morning, listen to somebody who was not asked: ${DOUGH}${BAKER}`,
    `While three judges listen to lawyers this morning, listen to somebody who was not asked: ${WATER}${SCHOOL}`,
  ],
  [
    'a few words of frame around different quotations',
    'different',
    `Why we are in court today: ${STREET}${CREW}`,
    `Why we are in court today: ${DOUGH}${BAKER}`,
  ],
  ['bare quotations, different ones', 'different', `${STREET}${CREW}`, `${DOUGH}${BAKER}`],
  [
    'the same quotation under a frame of each partner',
    'different',
    `Our clinic opens at six because the first boat does. Nurses sleep on this side of the river and work on that one. ${STREET}${CREW}`,
    `Three hundred of our students take the boat to class. We asked them what they would do without it, and nobody had an answer. ${STREET}${CREW}`,
  ],
  [
    'the same quotation, with two words of each partner',
    'near',
    `Well said: ${STREET}${CREW}`,
    `Worth hearing: ${STREET}${CREW}`,
  ],
  [
    'the same quotation, once bare and once under a frame',
    'different',
    `${WATER}${SCHOOL}`,
    `Our students wrote to the port four times and had no answer. Their teacher did not wait for a fifth letter. ${WATER}${SCHOOL}`,
  ],
  [
    'the same fact and nothing else',
    'same',
    `${FIGURE}\n\nSource: Marl Ferry Crew. https://marl.example/ferry`,
    `${FIGURE}\n\nSource: Marl Ferry Crew. https://marl.example/other`,
  ],
  [
    'two facts under “Source:”',
    'different',
    `${FIGURE}\n\nSource: Marl Ferry Crew. The whole story: https://marl.example/ferry`,
    `${FARES}\n\nSource: Riverside School. The whole story: https://marl.example/ferry`,
  ],
  [
    'two own voices about the same thing',
    'different',
    'We fix bicycles on the east quay, and half of them come over on the ferry. When the boat is late, so are we, and so is everybody who needs a wheel.',
    'A ferry is the cheapest bridge a city can have. Ours carries two thousand people a day and asks the city for less than one bus line does.',
  ],
  [
    'one text is the other and a sentence more',
    'near',
    'The port says nobody uses the night boat. We counted: two hundred people, every night, in the rain.',
    'The port says nobody uses the night boat. We counted: two hundred people, every night, in the rain. Ask the bakers, the nurses and the cleaners who were on it.',
  ],
  [
    'each second word changed, the sense kept',
    'different',
    'Tonight we gather at the quay to say that boats belong to everybody who rides them.',
    'This evening our choir meets near the pier, because ferries are for all people.',
  ],
  [
    'a countdown, another number',
    'near',
    'In twelve days the Third Circuit hears our case. Until then you will find us on the quay each evening at six.',
    'In eleven days the Third Circuit hears our case. Until then you will find us on the quay each evening at six.',
  ],
  [
    'a thread and the same thread',
    'same',
    `What is at stake for the river? Hear it from Ida Voss, ferrywoman.\n---\n${STREET}\n\nIda Voss`,
    `What is at stake for the river? Hear it from Ida Voss, ferrywoman.\n---\n${STREET}\n\nIda Voss`,
  ],
  ['only names', 'different', 'Ida Voss, ferrywoman, Marl Ferry Crew', 'Bo Lund, baker, Lund Bakery'],
];

/** Written before the first run with the others, and not looked at while the thresholds were chosen. */
export const HELD_BACK: readonly Pair[] = [
  [
    'only the tags differ',
    'same',
    'Our choir sings on the first boat tomorrow. Bring a scarf. #MarlFerry',
    'Our choir sings on the first boat tomorrow. Bring a scarf. #KeepItRunning #Rivers',
  ],
  [
    'one sentence word for word',
    'same',
    'Nobody should need a car to see a doctor.',
    'Nobody should need a car to see a doctor.',
  ],
  [
    'the partner put its name into the same text',
    'same',
    `Lund Bakery is part of Keep Marl Running. The court will hear us in June, and we want the boats to go on. https://marl.example/a`,
    `Riverside School is part of Keep Marl Running. The court will hear us in June, and we want the boats to go on. https://marl.example/b`,
  ],
  [
    'the opening changed, the rest kept',
    'near',
    'Good morning from the east quay! The judges sit at ten. We will read out what they decide from the steps, and then we take the boat home together.',
    'Hello, neighbors. The judges sit at ten. We will read out what they decide from the steps, and then we take the boat home together.',
  ],
  [
    'the ending changed, the rest kept',
    'near',
    `For the people who bake our bread before dawn, the night boat is how the day begins. ${DOUGH}\n\nThat is what the court should hear.`,
    `For the people who bake our bread before dawn, the night boat is how the day begins. ${DOUGH}\n\nPlease pass it on to a friend.`,
  ],
  [
    'synonyms here and there',
    'near',
    'We are proud to stand with the crew of the Marl ferry as the court hears their case this morning. The river belongs to everyone who crosses it.',
    'We are glad to stand with the crew of the Marl ferry while the court hears their case this morning. The river belongs to all who cross it.',
  ],
  [
    'the same frame and half of the same quotation',
    'near',
    `Ask the woman who steers it. She has seen this river in every weather, and she knows who is on the boat. ${STREET}`,
    `Ask the woman who steers it. She has seen this river in every weather, and she knows who is on the boat. “The river is not a wall between us.”`,
  ],
  [
    'the same frame around different facts',
    'near',
    `We looked into the books of the port authority, page by page, so that you need not. Here is one line that stayed with us: ${FIGURE}`,
    `We looked into the books of the port authority, page by page, so that you need not. Here is one line that stayed with us: ${FARES}`,
  ],
  [
    'one sentence of three in common',
    'different',
    'We carry the mail across. The court hears the case today. Letters do not swim, and our carriers do not either, so wish us luck.',
    'Our swimmers know how cold the Marl is in March. The court hears the case today. Nobody should have to learn it on the way to work.',
  ],
  [
    'the same call to action at the end',
    'different',
    'Forty of our members are deckhands. They know every rope on those boats, and none of them was asked. Read more and sign: https://marl.example/sign',
    'Parents told us about children who wait on a dark quay because one crossing in three is canceled. Read more and sign: https://marl.example/sign',
  ],
  [
    'the same quotation in two own voices',
    'different',
    `We are a small shop and we do not often go to court. For this we would go twice. ${DOUGH}${BAKER}`,
    `Flour, yeast, water, and one boat at a quarter past four: that is what our town eats for breakfast. ${DOUGH}${BAKER}`,
  ],
  [
    'two thank-yous',
    'different',
    'Thank you to everyone who came to the quay last night, and to the deckhand who lent us his lamp.',
    'Thank you to the lawyers who took this on for nothing when every big firm in town said no.',
  ],
  ['different quotations of one speaker', 'different', `${SHORT}${CREW}`, `${STREET}${CREW}`],
  [
    'own words and a bare quotation',
    'different',
    'We printed two thousand flyers in one night. Take one home and put it in your window.',
    `${WATER}${SCHOOL}`,
  ],
  [
    'different countdowns',
    'different',
    'Nine days. That is how long our lawyers have to tell a river to three judges.',
    `A week from now the Third Circuit hears Voss v. Marl Port Authority. ${WATER}${SCHOOL}`,
  ],
  [
    'styled letters',
    'same',
    'The river is ours to cross, by night and by day.',
    '𝗧𝗵𝗲 𝗿𝗶𝘃𝗲𝗿 is ours to cross, by night and by day.',
  ],
  [
    'the same thread, its parts cut elsewhere',
    'same',
    'The port raised the fare twice this year.\n---\nIt did not ask anybody. We did, and this is what two hundred riders told us.',
    'The port raised the fare twice this year. It did not ask anybody.\n---\nWe did, and this is what two hundred riders told us.',
  ],
  ['short and alike in three words of five', 'different', 'See you on the quay.', 'See you at the court.'],
];

/** What people call otherwise. The first was held back with the others, and is the only one of them that was missed. */
export const MISSED: readonly (readonly [...Pair, people: Verdict])[] = [
  [
    'Spanish, one word changed',
    'near',
    'Cruzamos el río cada mañana para llegar al trabajo, y hoy pedimos a los jueces que nos dejen seguir cruzando.',
    'Cruzamos el río cada mañana para llegar al trabajo, y hoy pedimos a los jueces que nos permitan seguir cruzando.',
    'same',
  ],
  [
    'all in other words',
    'different',
    'Nobody should lose a job because a boat did not come.',
    'No one ought to be fired when the ferry fails to arrive.',
    'near',
  ],
  [
    'one text in two languages',
    'different',
    'Cruzamos el río cada mañana para llegar al trabajo.',
    'We cross the river each morning to get to work.',
    'near',
  ],
  [
    'what is said stands in the tags',
    'different',
    'Tonight! #TheRiverIsOurs #LetTheNightBoatRun',
    'Quayside. #TheRiverIsOurs #LetTheNightBoatRun',
    'near',
  ],
  [
    'a figure typed in another way',
    'near',
    'The port has canceled 412 crossings since May, and nobody was told why.',
    'The port has canceled four hundred and twelve crossings since May, and nobody was told why.',
    'same',
  ],
];
