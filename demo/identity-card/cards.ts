// The simulator's five cards: people who do not exist, chosen because forms trip over people like them.

export interface DemoCard {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly attributes: Readonly<Record<string, string>>
}

export const cards: readonly DemoCard[] = [
  {
    key: 'erika',
    title: 'Erika Mustermann',
    note: 'Personalausweis, deutsche Staatsangehörigkeit',
    attributes: {
      documentType: 'ID',
      familyName: 'Mustermann',
      givenNames: 'Erika',
      birthName: 'Gabler',
      birthDay: '1964-08-12',
      birthPlace: 'Berlin',
      nationality: 'D',
      street: 'Lindenstraße',
      houseNumber: '12',
      postalCode: '98693',
      city: 'Ilmenau',
      country: 'D',
    },
  },
  {
    key: 'amina',
    title: 'Amina Yılmaz-Özdemir',
    note: 'Elektronischer Aufenthaltstitel, türkische Staatsangehörigkeit',
    attributes: {
      documentType: 'AR',
      familyName: 'Yılmaz-Özdemir',
      givenNames: 'Amina',
      birthDay: '1992-03-05',
      birthPlace: 'İzmir',
      nationality: 'TUR',
      residenceTitle: 'Aufenthaltserlaubnis § 16b AufenthG',
      street: 'Am Stollen',
      houseNumber: '4a',
      postalCode: '98693',
      city: 'Ilmenau',
      country: 'D',
    },
  },
  {
    key: 'lukasz',
    title: 'Łukasz Żółć',
    note: 'eID-Karte für Unionsbürger, polnische Staatsangehörigkeit',
    attributes: {
      documentType: 'UB',
      familyName: 'Żółć',
      givenNames: 'Łukasz',
      birthDay: '1988-11-30',
      birthPlace: 'Łódź',
      nationality: 'POL',
      street: 'Weimarer Straße',
      houseNumber: '77',
      postalCode: '98693',
      city: 'Ilmenau',
      country: 'D',
    },
  },
  {
    key: 'suharto',
    title: 'Wulandari',
    note: 'Aufenthaltstitel, nur ein Name (keine Vornamen)',
    attributes: {
      documentType: 'AR',
      familyName: 'Wulandari',
      birthDay: '1979-06-17',
      birthPlace: 'Yogyakarta',
      nationality: 'IDN',
      residenceTitle: 'Niederlassungserlaubnis',
      street: 'Marktstraße',
      houseNumber: '3',
      postalCode: '99310',
      city: 'Arnstadt',
      country: 'D',
    },
  },
  {
    key: 'yusuf',
    title: 'Yusuf Abdi Warsame',
    note: 'Aufenthaltstitel, vom Geburtstag ist nur das Jahr bekannt',
    attributes: {
      documentType: 'AR',
      familyName: 'Warsame',
      givenNames: 'Yusuf Abdi',
      birthDay: '1975',
      birthPlace: 'Baidoa',
      nationality: 'SOM',
      residenceTitle: 'Aufenthaltserlaubnis § 25 Abs. 2 AufenthG',
      street: 'Bahnhofstraße',
      houseNumber: '21',
      postalCode: '99084',
      city: 'Erfurt',
      country: 'D',
    },
  },
]

export const demoPin = '123456'
