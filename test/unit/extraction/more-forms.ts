/** More forms: layouts, phrases in marks, odd marks, titles; written as in forms-of-cues.ts. */
export const MORE_FORMS: readonly (readonly [string, string])[] = [
  [
    'indirect speech after a quotation',
    'Ana Ruiz said, “⟪q:Ana Ruiz⟫We won today.⟪/⟫” Bo Lund said that the city would appeal.',
  ],
  ['a question', '“⟪q:Amy Dial⟫What else do we pay them for?⟪/⟫” asked Amy Dial, of the Fair Bail Project.'],
  [
    'the only person mentioned before',
    'Ana Ruiz, whose son was jailed, praised the ruling. “⟪q:Ana Ruiz⟫They gave him back to me today.⟪/⟫”',
  ],
  ['a document', 'The court wrote that the fee “⟪q:⟫prices the poor out of the public square.⟪/⟫”'],
  ['a dateline before the words', 'HARBOR CITY – “⟪q:Ana Ruiz⟫We won today,⟪/⟫” said Ana Ruiz.'],
  ['a group without names', '“⟪q:⟫We write to express our concern about the plan,⟪/⟫” the Members wrote.'],
  [
    'in a letter to',
    'In a letter to the Secretary, Senator Ana Ruiz wrote, “⟪q:Ana Ruiz⟫The plan would close nine of our clinics.⟪/⟫”',
  ],
  ['a spokesperson without a name', '“⟪q:⟫We do not comment on pending cases,⟪/⟫” said a spokesperson.'],
  ['his attorney', '“⟪q:Yusra Kamal⟫They asked him for names,⟪/⟫” said his attorney, Yusra Kamal.'],
  [
    'a person of one organization named first',
    'Free Wires’ Tomas Keel added: “⟪q:Tomas Keel⟫We have a bigger router.⟪/⟫”',
  ],
  [
    'two roles',
    '“⟪q:Jane Clem⟫We are grateful to all,⟪/⟫” said Jane Clem, Tyler Clem’s mother and Co-Founder and CEO of the Tyler Clem Foundation.',
  ],
  [
    'a name in the middle of a list of speakers',
    'Joining the Mayor were Ana Ruiz, Bo Lund and Cy Moss. “⟪q:Bo Lund⟫We won today,⟪/⟫” said Lund.',
  ],
  [
    'speaker with a comma list of jobs',
    '“⟪q:Sol Petit⟫We won today,⟪/⟫” said author, organizer and former mayor Sol Petit.',
  ],
  [
    'the quotation ends with a dash',
    '“⟪q:Dol Finch⟫My commute is two hours each way—⟪/⟫” began Dol Finch, a home health aide.',
  ],
  [
    'British marks',
    '‘⟪q:Fen Ash⟫It’s the least that they could do,⟪/⟫’ said Fen Ash, chair of Welcome North. ‘⟪q:Fen Ash⟫We’re glad.⟪/⟫’',
  ],
  ['guillemets', '«⟪q:Lor Amst⟫The river does not stop,⟪/⟫» said Lor Amst, president of Pro Rhein.'],
  ['low marks', '„⟪q:Uli Feld⟫Fish have no passport,⟪/⟫“ added Uli Feld.'],
  [
    'full stop behind the mark',
    '“⟪q:Ber Tate⟫I learnt to read in that building⟪/⟫”, said Ber Tate. “⟪q:Ber Tate⟫I’ll stay⟪/⟫”.',
  ],
  [
    'the closing mark is missing',
    '“⟪q:Glo Esp⟫They closed our library first,⟪/⟫ said Glo Esp, a parent. “⟪q:Glo Esp⟫We are done being quiet.⟪/⟫”\n\n“⟪q:Hal Vo⟫So are we,⟪/⟫” said Hal Vo.',
  ],
  [
    'the closing mark is missing at a paragraph’s end',
    'Glo Esp said, “⟪q:Glo Esp⟫They closed our library first.⟪/⟫\n\nThe vote is on Friday.\n\n“⟪q:Hal Vo⟫We will be there,⟪/⟫” said Hal Vo.',
  ],
  ['the closing mark is turned', '"⟪q:Hal Vo⟫My students deserve better.⟪/⟫“ said Hal Vo, a teacher.'],
  [
    'the opening mark is missing',
    '⟪q:Tam Rowe⟫This board has not held one meeting here,⟪/⟫” said Tam Rowe. “⟪q:Tam Rowe⟫Not one.⟪/⟫”',
  ],
  ['marks of two kinds', '"⟪q:Bo Lind⟫Nobody asked for this at all,⟪/⟫” said Bo Lind.'],
  [
    'inches and feet',
    'The 5\'10" guard read the 20" sign aloud. “⟪q:Bo Lind⟫Nobody asked for this at all,⟪/⟫” said Bo Lind.',
  ],
  [
    'nested in double marks',
    '“⟪q:Ned Farr⟫We call it “the quiet plan” because nobody voted on it,⟪/⟫” said Ned Farr.',
  ],
  [
    'nested in straight marks',
    '"⟪q:Ned Farr⟫We call it "the quiet plan" because nobody voted on it,⟪/⟫" said Ned Farr.',
  ],
  [
    'an opening mark in place of the closing one, with spaces around it',
    '“⟪q:Fab Asta⟫We were afraid to go to work or even to church, ⟪/⟫“ said Fab Asta, member of Open Road. “⟪q:Fab Asta⟫We still are.⟪/⟫”\n\n“⟪q:Bo Lund⟫So are we,⟪/⟫” said Bo Lund.',
  ],
  [
    'the second opening mark is missing',
    '“⟪q:Amy Klob⟫We found what went wrong,⟪/⟫” said Sen. Amy Klob. ⟪q:Amy Klob⟫This week we issued a report. Much is left to do.⟪/⟫”\n\n“⟪q:Bo Lund⟫It is a start,⟪/⟫” said Bo Lund.',
  ],
  [
    'inverted with an abbreviated role',
    'Said Cass Boca, Sr. Manager of Organizing, FLX, Harbor Immigration Coalition: “⟪q:Cass Boca⟫The agenda has put millions at risk.⟪/⟫”',
  ],
  [
    'a name of a group before a colon',
    'Laila Khal of University of Marlow Students for Peace: “⟪q:Laila Khal⟫This is our campus and our voice.⟪/⟫”',
  ],
  [
    'a coalition issues a statement',
    'HARBOR, NY – Following the address, The Harbor for All Coalition, comprised of families and unions, issued the following statement:\n\n“⟪q:org=Harbor for All Coalition⟫State leaders are rising up, and we are glad of it.\n\n⟪/⟫“⟪q:org=Harbor for All Coalition⟫We call on the Governor to join them.⟪/⟫”',
  ],
  [
    'party and state without brackets',
    'Sen. John Barr, R-WY, said, “⟪q:John Barr⟫The land needs people to look after it.⟪/⟫”',
  ],
  [
    'a hearing’s title',
    'They announced a hearing titled “⟪n⟫Oversight of the Harbor Police following the January Attack,⟪/⟫” with Mike Bolt, Inspector General.',
  ],
  ['two cues disagree: nobody is chosen', 'Ana Ruiz said: “⟪q:⟫We won today,⟪/⟫” said Bo Lund.'],
  [
    'a speaker with a long appositive',
    '“⟪q:Nic Ramo⟫It is a right,⟪/⟫” Nic Ramo, Director of the Border Project at Otro Lado, the plaintiff organization in the Noe v. Otro Lado case, said today. “⟪q:Nic Ramo⟫It always was.⟪/⟫”',
  ],
  [
    'said on a day',
    '“⟪q:Ana Ruiz⟫We won today,⟪/⟫” Ana Ruiz told reporters on Monday outside the courthouse.',
  ],
  ['a headline with a colon', 'Ruiz: “⟪q:Ruiz⟫This Ruling Is a Promise Kept⟪/⟫”\n\nAna Ruiz spoke at noon.'],
  [
    'two sentences of narrative between',
    '“⟪q:Ana Ruiz⟫We won today,⟪/⟫” said Ana Ruiz. The case began in March. “⟪q:Ana Ruiz⟫It took far too many years to get here.⟪/⟫”',
  ],
  [
    'a mayor among aides',
    '“⟪q:Jo Marsh⟫We are ready,⟪/⟫” said Jo Marsh, chief of staff to Senator Ann Okafor.',
  ],
  [
    'thanked persons are not the speaker',
    'Mayor Lou Katz thanked Senator Ann Okafor for her help. “⟪q:Ann Okafor⟫I was glad to help this city,⟪/⟫” Okafor said.',
  ],
  [
    'after a list',
    'Speakers included:\n- Ana Ruiz, nurse\n- Bo Lund, farmer\n\n“⟪q:Bo Lund⟫We came to be heard,⟪/⟫” said Lund.',
  ],
  [
    'state senator with district',
    '“⟪q:Gus Gouna⟫We will pass it,⟪/⟫” said State Senator Gus Gouna (SD-26), the sponsor of the bill.',
  ],
  ['assembly member', '“⟪q:Kar Reyes⟫We will pass it,⟪/⟫” said Assembly Member Kar Reyes.'],
  ['borough president', 'Brooklane Borough President Ant Reyn said, “⟪q:Ant Reyn⟫We will pass it.⟪/⟫”'],
  ['police commissioner', 'Police Commissioner Jim O’Nale said, “⟪q:Jim O’Nale⟫My officers did well.⟪/⟫”'],
  [
    'acting and first assistant',
    '“⟪q:Ron Dale⟫This was theft,⟪/⟫” said Acting First Assistant United States Attorney Ron Dale.',
  ],
  [
    'inspector in charge',
    '“⟪q:Phil Bart⟫This was theft,⟪/⟫” said Phil Bart, Inspector-in-Charge, Harbor Division of the Postal Inspection Service.',
  ],
  ['secretary of', '“⟪q:Deb Haal⟫This land is loved,⟪/⟫” said Secretary of the Interior Deb Haal.'],
  [
    'minister without surname title',
    'Rabbi Sara Luria of Temple Beth Or said, “⟪q:Sara Luria⟫The stranger is us.⟪/⟫”',
  ],
  ['all caps name', 'JANE DOE, Director of Open Doors: “⟪q:Jane Doe⟫The door is open to everybody.⟪/⟫”'],
  [
    'bullet before a name',
    '• Ana Ruiz, nurse: “⟪q:Ana Ruiz⟫I have seen enough of this.⟪/⟫”\n• Bo Lund, farmer: “⟪q:Bo Lund⟫So have I, every day.⟪/⟫”',
  ],
  [
    'commas after closing marks',
    '"⟪q:Ana Ruiz⟫We won today⟪/⟫", said Ana Ruiz. "⟪q:Ana Ruiz⟫It is a start⟪/⟫".',
  ],
  ['noted that', 'Ruiz noted that the law “⟪q:Ruiz⟫has kept nobody safe and has cost us all.⟪/⟫”'],
  ['a question within', '“⟪q:Ana Ruiz⟫Are we free?⟪/⟫” Ana Ruiz asked the crowd. “⟪q:Ana Ruiz⟫Not yet.⟪/⟫”'],
  [
    'a person spoken of in a relative clause about the speaker’s organization',
    'Nia Oduya, a weaver, sued in 2022. “⟪q:Teo Blaine⟫The law is old and clear,⟪/⟫” said Teo Blaine, Senior Attorney at the Commons Law Center, which represents Ms. Oduya. “⟪q:Teo Blaine⟫Nothing is safe if a fence can undo it.⟪/⟫”',
  ],
  [
    'a person spoken of in a relative clause about the speaker',
    '“⟪q:Ana Ruiz⟫We will be heard,⟪/⟫” said Ana Ruiz, who leads the case with Bo Lund.',
  ],
  [
    'a lead that names nobody, names below',
    'Here is what members of the network say:\n\n“⟪q:Ana Ruiz⟫We won today, all of us together.⟪/⟫”\n— Ana Ruiz, nurse\n\n“⟪q:Bo Lund⟫We will win again before long.⟪/⟫”\n— Bo Lund, farmer',
  ],
];
