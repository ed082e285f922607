import { describe, expect, test } from 'vitest';
import { nameIndexBuilder, openNameIndex, type NameMatch } from '../../src/matching/names/name-index.ts';

/** A ledger small enough to read, with neighbours that a careless comparison would take. */
const names = [
  'Heinrich & Söhne GmbH & Co. KG',
  'Schneider & Söhne GmbH',
  'Müller Spedition GmbH',
  'Möller Spedition GmbH',
  'Lang Elektrotechnik UG (haftungsbeschränkt)',
  'König Bäckerei e.K.',
  'Neumann Druckerei GmbH & Co. KG',
  'S.A.R.L. GARAGE DE L’ÉTOILE',
  'LABORATOIRE FABRE RENNES SARL',
  'LABORATOIRE DE SAINT-DENIS SARL',
  'HÔTEL LAURENT LYON SAS',
  'HÔTEL LAURENT NICE SAS',
  'MECAPACK HOLDING SA',
  'MECAPACK AMIENS SAS',
  'CHEVALIER ET FILS SAS',
  'BOUCHER ET FILS SARL',
  'ÉTABLISSEMENTS PICARD COLMAR SARL',
  'COMPAGNIE GÉNÉRALE DES EAUX DE MEAUX SA',
  'AUTO-ÉCOLE MASSON EURL',
  'CARON CARON SARL',
  'LIBRAIRIE SIMON TOULOUSE SA',
  'TRANSPORTS DUBOIS SAS',
  'TRANSPORTS DUBOIS SARL',
  'TAXI ROLLAND SAS',
  'TAXI ROLLAND SAS',
  'MEDIGRAPH SARL',
  'Johnson Foods Ltd',
  'Johnson Freight PLC',
  'Young & Young Ltd',
  'Distribuciones Romero Delgado S.L.U.',
  'Comercial Fernández Ortega S.L.',
  'Vandenberghe & Zonen BV',
  'Imprimerie Lambrecht SPRL',
  'Ferramenta Esposito S.r.l.',
  'Helvetische Treuhand AG',
  'Korhonen Rakennus Oy',
  'Lindqvist Bygg AB',
  'Ødegård Fisk AS',
  'Sørensen Møbler ApS',
  'Silva e Filhos Lda',
  'Kowalski Transport Sp. z o.o.',
  'MARTIN SAS',
];
const rowOf = (name: string): number => names.indexOf(name);

function indexOf(list: readonly string[]) {
  const builder = nameIndexBuilder();
  for (const [owner, name] of list.entries()) builder.add(owner, name);
  return openNameIndex(builder.finish());
}

const index = indexOf(names);
const levelAndName = (matches: readonly NameMatch[]): readonly string[] =>
  matches.slice(0, 1).map(({ level, owner }) => `${level} ${names[owner] ?? ''}`);

describe('the same name, written otherwise, is exact', () => {
  test.each([
    ['as on file', 'Heinrich & Söhne GmbH & Co. KG', 'Heinrich & Söhne GmbH & Co. KG'],
    ['upper case, without accents', 'HEINRICH & SOHNE GMBH & CO. KG', 'Heinrich & Söhne GmbH & Co. KG'],
    ['umlaut written out', 'HEINRICH UND SOEHNE', 'Heinrich & Söhne GmbH & Co. KG'],
    ['umlaut tells two names apart', 'Moeller Spedition GmbH', 'Möller Spedition GmbH'],
    ['legal form first', 'SARL LABORATOIRE FABRE RENNES', 'LABORATOIRE FABRE RENNES SARL'],
    ['legal form dropped', 'LABORATOIRE FABRE RENNES', 'LABORATOIRE FABRE RENNES SARL'],
    ['legal form letter by letter', 'S A R L GARAGE DE L ETOILE', 'S.A.R.L. GARAGE DE L’ÉTOILE'],
    ['long legal form', 'UG (HAFTUNGSBESCHRANKT) LANG ELEKTROTECHNIK', 'Lang Elektrotechnik UG (haftungsbeschränkt)'],
    ['legal form of a merchant', 'KONIG BACKEREI E.K.', 'König Bäckerei e.K.'],
    ['words turned round', 'DRUCKEREI NEUMANN', 'Neumann Druckerei GmbH & Co. KG'],
    ['abbreviated', 'ETS PICARD COLMAR', 'ÉTABLISSEMENTS PICARD COLMAR SARL'],
    ['abbreviated with a dot', 'LABO. DE ST DENIS', 'LABORATOIRE DE SAINT-DENIS SARL'],
    ['company abbreviated', 'CIE GENERALE DES EAUX DE MEAUX', 'COMPAGNIE GÉNÉRALE DES EAUX DE MEAUX SA'],
    ['glued', 'HOTELLAURENTLYON', 'HÔTEL LAURENT LYON SAS'],
    ['glued behind its legal form', 'SARLLABORATOIREFABRERENNES', 'LABORATOIRE FABRE RENNES SARL'],
    ['glued where an E looks like an umlaut', 'AUTOECOLEMASSON', 'AUTO-ÉCOLE MASSON EURL'],
    ['parted where the file does not', 'MEDI GRAPH', 'MEDIGRAPH SARL'],
    ['one word twice', 'CARON CARON', 'CARON CARON SARL'],
    ['one word twice, joined', 'YOUNG AND YOUNG LIMITED', 'Young & Young Ltd'],
    ['Spanish', 'ROMERO DELGADO DISTRIBUCIONES SLU', 'Distribuciones Romero Delgado S.L.U.'],
    ['Dutch', 'BV VANDENBERGHE EN ZONEN', 'Vandenberghe & Zonen BV'],
    ['Belgian', 'SPRL IMPRIMERIE LAMBRECHT', 'Imprimerie Lambrecht SPRL'],
    ['Italian', 'ESPOSITO FERRAMENTA SRL', 'Ferramenta Esposito S.r.l.'],
    ['Finnish', 'OY KORHONEN RAKENNUS', 'Korhonen Rakennus Oy'],
    ['Swedish', 'LINDQVIST BYGG AKTIEBOLAG', 'Lindqvist Bygg AB'],
    ['Norwegian', 'ODEGARD FISK', 'Ødegård Fisk AS'],
    ['Danish, written out', 'SOERENSEN MOEBLER APS', 'Sørensen Møbler ApS'],
    ['Polish', 'KOWALSKI TRANSPORT SP Z O O', 'Kowalski Transport Sp. z o.o.'],
    ['Portuguese', 'SILVA E FILHOS', 'Silva e Filhos Lda'],
  ])('%s: %s', (_, written, expected) => {
    expect(levelAndName(index.find(written))).toEqual([`exact ${expected}`]);
    const [, second] = index.find(written);
    expect(second?.level ?? 'weak').toBe('weak');
  });

  test('one that was abbreviated on file', () => {
    expect(indexOf(['ETS PICARD', 'ETS DURAND']).find('ETABLISSEMENTS PICARD SAS')).toMatchObject([
      { owner: 0, level: 'exact' },
    ]);
  });
});

describe('a damaged name is good when it explains every word and nobody else comes near', () => {
  test.each([
    ['cut at 27, inside a word', 'SARL LABORATOIRE FABRE RENN', 'LABORATOIRE FABRE RENNES SARL'],
    ['cut at 27, inside the legal form', 'NEUMANN DRUCKEREI GMBH & CO', 'Neumann Druckerei GmbH & Co. KG'],
    ['cut at 35, words gone', 'SA COMPAGNIE GENERALE DES EAUX DE M', 'COMPAGNIE GÉNÉRALE DES EAUX DE MEAUX SA'],
    ['a letter more', 'HEINRRICH & SOEHNE', 'Heinrich & Söhne GmbH & Co. KG'],
    ['a letter less', 'NEUMAN DRUCKEREI', 'Neumann Druckerei GmbH & Co. KG'],
    ['a letter other', 'NEUMAMN DRUCKEREI', 'Neumann Druckerei GmbH & Co. KG'],
    ['two letters turned', 'NUEMANN DRUCKEREI', 'Neumann Druckerei GmbH & Co. KG'],
    ['a letter the bank could not write', 'COMERCIAL FERN?NDEZ ORTEGA', 'Comercial Fernández Ortega S.L.'],
    ['an error in each word', 'VANDENBERGE & ZOMEN', 'Vandenberghe & Zonen BV'],
    ['legal form mistyped', 'MEDIGRAPH SALR', 'MEDIGRAPH SARL'],
    ['glued and cut', 'SARLLABORATOIREFABRERENN', 'LABORATOIRE FABRE RENNES SARL'],
  ])('%s: %s', (_, written, expected) => {
    const [first] = levelAndName(index.find(written));
    expect([`good ${expected}`, `exact ${expected}`]).toContain(first);
    expect(
      index
        .find(written)
        .slice(1)
        .every(({ level }) => level === 'weak'),
    ).toBe(true);
  });

  test('an error never makes it exact', () => {
    expect(levelAndName(index.find('NEUMAMN DRUCKEREI'))).toEqual(['good Neumann Druckerei GmbH & Co. KG']);
  });

  test('another legal form is another company as likely as not', () => {
    expect(levelAndName(index.find('MEDIGRAPH GMBH'))).toEqual(['good MEDIGRAPH SARL']);
    expect(levelAndName(index.find('MME MARTIN'))).toEqual(['good MARTIN SAS']);
  });
});

describe('what is not certain is weak', () => {
  test.each([
    ['a sister company that is no customer', 'MECAPACK TOULOUSE SA', 'MECAPACK'],
    ['half a name', 'LIBRAIRIE SIMON', 'LIBRAIRIE SIMON TOULOUSE SA'],
    ['a word more', 'JOHNSON FOODS EUROPE LTD', 'Johnson Foods Ltd'],
    ['a town alone', 'LYON', 'HÔTEL LAURENT LYON SAS'],
    ['a beginning that says little', 'CH & FILS', 'CHEVALIER ET FILS SAS'],
  ])('%s: %s', (_, written, expected) => {
    const [first] = index.find(written);
    expect(first?.level).toBe('weak');
    expect(names[first?.owner ?? -1]).toContain(expected);
  });

  test('a sister company is told from its sister', () => {
    expect(levelAndName(index.find('MECAPACK HOLDING SA'))).toEqual(['exact MECAPACK HOLDING SA']);
    expect(levelAndName(index.find('MECAPACK AMIENS'))).toEqual(['exact MECAPACK AMIENS SAS']);
    expect(index.find('MECAPACK HOLDING SA')[1]).toMatchObject({ owner: rowOf('MECAPACK AMIENS SAS'), level: 'weak' });
  });

  test('a word of the ledger is not taken for another one mistyped', () => {
    const list = ['OPTIQUE DUMONT SAS', 'GARAGE DUPONT SARL', 'TAXI MERCIER SARL'];
    expect(indexOf(list).find('OPTIQUE DUPONT')[0]).toMatchObject({ owner: 0, level: 'weak' });
    expect(indexOf(list).find('OPTIQUE DUNONT')[0]).toMatchObject({ owner: 0, level: 'good' });
  });

  test('a cut that fits two', () => {
    const list = ['Blanchisserie Montparnasse Paris', 'Blanchisserie Montparnasse Pau', 'Garage du Pont'];
    expect(indexOf(list).find('Blanchisserie Montparnasse '.slice(0, 27))).toMatchObject([
      { owner: 0, level: 'weak' },
      { owner: 1, level: 'weak' },
    ]);
  });

  test('a name that another could have been cut to', () => {
    const cutName = 'Blanchisserie Montparnasse';
    const list = [cutName, `${cutName} Ouest`, 'Garage du Pont', 'Garage du Parc'];
    expect(indexOf(list).find(cutName)[0]).toMatchObject({ owner: 0, level: 'good' });
    expect(indexOf([cutName, 'Garage du Pont']).find(cutName)[0]).toMatchObject({ owner: 0, level: 'exact' });
  });
});

describe('namesakes', () => {
  test('are all weak, with one score', () => {
    const [first, second] = index.find('TAXI ROLLAND SAS');
    expect([first?.level, second?.level]).toEqual(['weak', 'weak']);
    expect([first?.owner, second?.owner]).toEqual([rowOf('TAXI ROLLAND SAS'), rowOf('TAXI ROLLAND SAS') + 1]);
    expect(first?.score).toBe(second?.score);
  });
  test('are weak without a legal form, and good with the one that tells them apart', () => {
    expect(index.find('TRANSPORTS DUBOIS').slice(0, 2)).toMatchObject([{ level: 'weak' }, { level: 'weak' }]);
    expect(levelAndName(index.find('SARL TRANSPORTS DUBOIS'))).toEqual(['good TRANSPORTS DUBOIS SARL']);
    expect(levelAndName(index.find('TRANSPORTS DUBOIS SAS'))).toEqual(['good TRANSPORTS DUBOIS SAS']);
  });
  test('10,000 of them are answered', () => {
    const many = indexOf(Array.from({ length: 10_000 }, () => 'CLIENT DIVERS'));
    expect(many.find('CLIENT DIVERS')).toHaveLength(5);
    expect(many.find('CLIENT DIVERS')[0]).toMatchObject({ owner: 0, level: 'weak' });
  });
});

describe('aliases', () => {
  test('lead to their owner, who is one match', () => {
    const builder = nameIndexBuilder();
    builder.add(7, 'Interserv Logistik GmbH');
    builder.add(7, 'ISL Holding');
    builder.add(7, 'ISL Holding');
    builder.add(9, 'Garage du Pont');
    const { find } = openNameIndex(builder.finish());
    expect(find('ISL HOLDING')).toMatchObject([{ owner: 7, level: 'exact' }]);
    expect(find('INTERSERV LOGISTIK')).toMatchObject([{ owner: 7, level: 'exact' }]);
  });
});

test('a name of legal forms only is still a name', () => {
  expect(indexOf(['SA & CO', 'Garage du Pont']).find('sa & co.')).toMatchObject([{ owner: 0, level: 'exact' }]);
});

test('nothing to compare, nothing found', () => {
  expect(index.find('')).toEqual([]);
  expect(index.find(' ./-')).toEqual([]);
  expect(index.find('QWXZV')).toEqual([]);
  expect(indexOf([]).find('MARTIN')).toEqual([]);
});

test('gives no more than asked for', () => {
  expect(index.find('JOHNSON', 1)).toHaveLength(1);
  expect(index.find('JOHNSON', 5)).toHaveLength(2);
});
