/** Each form with an invented text; `⟪q:Name⟫…⟪/⟫` is what must come out, `⟪n⟫…⟪/⟫` what must not. */
export const FORMS_OF_CUES: readonly (readonly [string, string])[] = [
  ['verb and name after the mark', '“⟪q:Ana Ruiz⟫We won today,⟪/⟫” said Ana Ruiz, director of Open Doors.'],
  ['name and verb after the mark', '“⟪q:Ana Ruiz⟫We won today,⟪/⟫” Ana Ruiz, director of Open Doors, said.'],
  ['no comma before the verb', '“⟪q:Tim Falk⟫It matters to all of us,⟪/⟫” said Tim Falk CEO of Brightwell.'],
  ['verb and name before the mark', 'Ana Ruiz, director of Open Doors, said: “⟪q:Ana Ruiz⟫We won today.⟪/⟫”'],
  ['inverted before the mark', 'Said Ana Ruiz, director of Open Doors: “⟪q:Ana Ruiz⟫We won today.⟪/⟫”'],
  [
    'two "said" paragraphs keep their own speakers',
    'Ana Ruiz said, “⟪q:Ana Ruiz⟫We won today.⟪/⟫”\n\nBo Lund said, “⟪q:Bo Lund⟫We will win again.⟪/⟫”\n\nCy Moss said, “⟪q:Cy Moss⟫And again after that.⟪/⟫”',
  ],
  [
    '"said" paragraphs on single lines',
    'Ana Ruiz said, “⟪q:Ana Ruiz⟫We won today.⟪/⟫”\nBo Lund said, “⟪q:Bo Lund⟫We will win again.⟪/⟫”',
  ],
  ['a split sentence', '“⟪q:Ana Ruiz⟫This ruling,⟪/⟫” Ana Ruiz said, “⟪q:Ana Ruiz⟫is a promise kept.⟪/⟫”'],
  [
    'adding',
    '“⟪q:Ana Ruiz⟫We won today,⟪/⟫” said Ana Ruiz, adding, “⟪q:Ana Ruiz⟫and we will win tomorrow.⟪/⟫”',
  ],
  ['title first', 'Executive Director Ana Ruiz said, “⟪q:Ana Ruiz⟫We won today.⟪/⟫”'],
  [
    'organization, title, name',
    '“⟪q:Kelly Robins⟫We won today,⟪/⟫” said Human Dignity Campaign President Kelly Robins.',
  ],
  [
    'organization, title, comma, name',
    '“⟪q:Holm Wills⟫We won today,⟪/⟫” said Light for the Morning co-founder, Holm Wills.',
  ],
  ['possessive organization', '“⟪q:Bri Kyere⟫We won today,⟪/⟫” said Tumbril’s Social Impact Lead Bri Kyere.'],
  [
    'name with a possessive role',
    '“⟪q:Bri Kyere⟫We won today,⟪/⟫” said Bri Kyere, Tumbril’s Social Impact Lead.',
  ],
  [
    'possessive role before the verb',
    'Mizu Aiko, the Harbor Defense Project’s Acting Executive Director, said, “⟪q:Mizu Aiko⟫We won today.⟪/⟫”',
  ],
  ['chief of police', '“⟪q:John Roe⟫We are listening,⟪/⟫” said Chief of Police John Roe.'],
  [
    'special agent in charge',
    '“⟪q:Jane Poe⟫We are listening,⟪/⟫” said Special Agent in Charge Jane Poe of the Harbor Field Office.',
  ],
  [
    'abbreviated titles and initials',
    '“⟪q:Jane Q. Doe⟫We won today,⟪/⟫” said Rep. Jane Q. Doe (D-CA), chair of the Ways Caucus. “⟪q:Jane Q. Doe⟫It is a start.⟪/⟫”',
  ],
  [
    'judges and reverends',
    'Hon. Judy Harris Kemp, Executive Director of Harbor House, said, “⟪q:Judy Harris Kemp⟫We won today.⟪/⟫”',
  ],
  ['a suffix', '“⟪q:Theo Grant Jr.⟫We won today,⟪/⟫” said Theo Grant, Jr., a farmer.'],
  [
    'a nickname is no quotation',
    'Robert “⟪n⟫Bobby⟪/⟫” Sand, a welder, said: “⟪q:Bobby Sand⟫I was there from the start.⟪/⟫”',
  ],
  ['pronouns in brackets', '“⟪q:Eva Grau⟫We won today,⟪/⟫” said Eva Grau (she/her), director of Open Doors.'],
  [
    'degrees after a name',
    '“⟪q:Alma Redd⟫We won today,⟪/⟫” said Alma Redd, RN, MPH, chief executive officer of High Desert Health.',
  ],
  [
    'particles in a name',
    '“⟪q:Abby van der Meer⟫We won today,⟪/⟫” said Abby van der Meer, counsel at Open Doors.',
  ],
  ['a single name', '“⟪q:Maria⟫I saw the empty room,⟪/⟫” said Maria, an asylum seeker from Honduras.'],
  ['surname alone', 'Senator Mark Polk (D-WI) spoke today.\n\n“⟪q:Mark Polk⟫We won today,⟪/⟫” said Polk.'],
  [
    'title and surname',
    'U.S. Senators Mark Polk (D-WI) and Tam Baldry (D-MN) spoke today.\n\n“⟪q:Tam Baldry⟫We won today,⟪/⟫” said Senator Baldry. “⟪q:Tam Baldry⟫It is a start.⟪/⟫”\n\n“⟪q:Mark Polk⟫So it is,⟪/⟫” Sen. Polk said.',
  ],
  [
    'the office alone',
    'District Attorney Mim Ochs announced charges today.\n\n“⟪q:Mim Ochs⟫No one is above the law in this county,⟪/⟫” the District Attorney said.',
  ],
  [
    'pronoun',
    'Ana Ruiz spoke first. “⟪q:Ana Ruiz⟫We won today,⟪/⟫” she said. “⟪q:Ana Ruiz⟫It is a start.⟪/⟫”',
  ],
  [
    'pronoun in the next paragraph',
    '“⟪q:Ana Ruiz⟫We won today,⟪/⟫” said Ana Ruiz.\n\n“⟪q:Ana Ruiz⟫It is a start,⟪/⟫” she added.',
  ],
  [
    'joint speakers',
    'Sen. Dan Lugg and Rep. Pete Visk met. “⟪q:Dan Lugg⟫We agree on this,⟪/⟫” said Lugg and Visk. “⟪q:Dan Lugg⟫It is urgent,⟪/⟫” they continued.',
  ],
  [
    'an organization',
    '“⟪q:org=Press Freedom League⟫He must be released at once,⟪/⟫” the Press Freedom League said in a statement.',
  ],
  [
    'according to',
    '“⟪q:Ana Ruiz⟫The council listened,⟪/⟫” according to Ana Ruiz, president of the Valley PTA.',
  ],
  [
    'according to before the mark',
    'According to Ana Ruiz, president of the Valley PTA, “⟪q:Ana Ruiz⟫the council listened to every one of us.⟪/⟫”',
  ],
  [
    'a statement is announced',
    'Council Member Dee Warr issued the following statement:\n\n“⟪q:Dee Warr⟫I voted yes because it was right.⟪/⟫”',
  ],
  [
    'a statement attributed to somebody',
    'Open Doors issued the following statement, which can be attributed to Campaign Director Eva Grau:\n\n“⟪q:Eva Grau⟫We will not stop until every door is open.⟪/⟫”',
  ],
  [
    'the following can be attributed to',
    'The following can be attributed to Eva Grau, director of Open Doors: “⟪q:Eva Grau⟫We will not stop until every door is open.⟪/⟫”',
  ],
  [
    'in response',
    'In response to the ruling, Eva Grau, director of Open Doors, said: “⟪q:Eva Grau⟫We will not stop until every door is open.⟪/⟫”',
  ],
  [
    'here is a statement',
    'Here is Senator Polk’s statement: “⟪q:Polk⟫We will not stop until every door is open.⟪/⟫”',
  ],
  [
    'a name and a role above',
    'Ana Ruiz, Executive Director, Open Doors:\n“⟪q:Ana Ruiz⟫We won today, all of us together.⟪/⟫”',
  ],
  [
    'a dash below',
    '“⟪q:Ana Ruiz⟫We won today, all of us together.⟪/⟫”\n— Ana Ruiz, Executive Director, Open Doors\n\n“⟪q:Bo Lund⟫We will win again before long.⟪/⟫”\n— Bo Lund, farmer',
  ],
  ['a dash behind', '“⟪q:Ana Ruiz⟫We won today, all of us together.⟪/⟫” – Ana Ruiz, Open Doors'],
  [
    'names below without a dash',
    '“⟪q:Ana Ruiz⟫We won today, all of us together.⟪/⟫”\nAna Ruiz, Executive Director, Open Doors\n\n“⟪q:Bo Lund⟫We will win again before long.⟪/⟫”\nBo Lund, President, Farm Union',
  ],
  [
    'names above without a colon',
    'Ana Ruiz, Executive Director, Open Doors\n“⟪q:Ana Ruiz⟫We won today, all of us together.⟪/⟫”\n\nBo Lund, President, Farm Union\n“⟪q:Bo Lund⟫We will win again before long.⟪/⟫”',
  ],
  [
    'a statement of several paragraphs',
    'Ana Ruiz, director of Open Doors, said:\n\n“⟪q:Ana Ruiz⟫We won today.\n\n⟪/⟫“⟪q:Ana Ruiz⟫We will win tomorrow.\n\n⟪/⟫“⟪q:Ana Ruiz⟫And the day after.⟪/⟫”',
  ],
  [
    'a verb within a quotation of several paragraphs',
    '“⟪q:Ana Ruiz⟫We won today,⟪/⟫” said Ana Ruiz. “⟪q:Ana Ruiz⟫It took years.\n\n⟪/⟫“⟪q:Ana Ruiz⟫It took friends.⟪/⟫”',
  ],
  [
    'touching quotations without spaces',
    '"⟪q:Mark Polk⟫We won today,⟪/⟫"Rep. Mark Polk said."⟪q:Mark Polk⟫It is a start.⟪/⟫""⟪q:Ro Khan⟫It is,⟪/⟫"said Rep. Ro Khan."⟪q:Ro Khan⟫It is indeed.⟪/⟫"',
  ],
  [
    'a scare quote beside a cue',
    '“⟪q:Ana Ruiz⟫The so-called ‘compromise’ helps nobody,⟪/⟫” said Ana Ruiz of the “⟪n⟫compromise⟪/⟫” bill.',
  ],
  [
    'titles of laws',
    'The "⟪n⟫Every Tray Counts Act⟪/⟫" passed. The “⟪n⟫Safe Streets Act,⟪/⟫” said to be dead, did not.',
  ],
  [
    'banner texts',
    'They held signs reading “⟪n⟫No Cages⟪/⟫” and “⟪n⟫Let them stay with their families now.⟪/⟫” outside.',
  ],
  ['a chant', 'The crowd chanted “⟪n⟫Run the trains!⟪/⟫” for an hour.'],
  [
    'an embedded part of a sentence',
    'Organizer Hector Luna said the vote was “⟪q:Hector Luna⟫a win for every block that was told to move.⟪/⟫”',
  ],
  [
    'who told',
    'Ana Ruiz, who lost her home, told the crowd: “⟪q:Ana Ruiz⟫I am still here, and so are you.⟪/⟫”',
  ],
];
