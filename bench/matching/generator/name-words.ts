/** The words that invented names are made of, by language. Trades, coined brands, family names, towns, legal forms. */

export type NameLanguage = 'fr' | 'de' | 'en' | 'es' | 'it' | 'nl';

type NameWords = Readonly<{
  trades: readonly string[];
  families: readonly string[];
  firstNames: readonly string[];
  towns: readonly string[];
  forms: readonly string[];
  /** Between trade and family: `Garage du Val`, `Garage Lemoine`. */
  places: readonly string[];
}>;

const list = (words: string): readonly string[] => words.split('|');

export const nameWords: Readonly<Record<NameLanguage, NameWords>> = {
  fr: {
    trades: list(
      'Garage|Menuiserie|Ébénisterie|Boulangerie|Pâtisserie|Fromagerie|Maçonnerie|Charpentes|Couverture|Électricité|Plomberie|Chauffage|Imprimerie|Reliure|Transports|Messagerie|Clinique|Pharmacie|Laboratoire|Cabinet|Étude|Agence|Domaine|Château|Scierie|Pépinières|Jardinerie|Quincaillerie|Bijouterie|Librairie|Papeterie|Tôlerie|Fonderie|Chaudronnerie|Métallerie|Usinage|Verrerie|Miroiterie|Peinture|Carrelages|Cuisines|Brasserie|Auberge|Hôtel|Traiteur|Conserverie|Salaisons|Minoterie|Coopérative|Ateliers|Établissements|Entreprise|Société|Comptoir|Maison|Centre dentaire|Optique|Ambulances|Taxis|Nettoyage|Sécurité|Formation|Architectes|Géomètres|Notaires|Assurances',
    ),
    families: list(
      'Aubertin|Baudry|Bellanger|Béranger|Bessière|Boissel|Bourdin|Briand|Cadoret|Carlier|Chabrol|Chauvet|Clément|Corbin|Coulon|Crépin|Daniel|Delattre|Derrien|Desnos|Duchêne|Ducrocq|Durieux|Faivre|Ferrand|Fouquet|Gaillard|Garrigue|Gauthier|Gérard|Gilet|Gosselin|Grandjean|Guérin|Guichard|Hamelin|Hervieu|Huchet|Jacquot|Jamet|Jourdan|Kervella|Lacombe|Lafarge|Lagarde|Lambertin|Landry|Lebreton|Lecoq|Ledoux|Legendre|Lelièvre|Lemaître|Lesage|Levasseur|Lorrain|Magnin|Maillard|Marchal|Marquet|Mauger|Mercadier|Meunier|Monnier|Morvan|Nicolet|Olivier|Paillard|Pasquier|Péronnet|Pichon|Poirier|Prévost|Quéméner|Raynaud|Rémond|Ricard|Rocher|Rousselin|Sabatier|Sauvage|Sénéchal|Tardieu|Texier|Thibaud|Tissier|Vasseur|Verdier|Viguier|Villeneuve',
    ),
    firstNames: list(
      'Adèle|Alain|Bernard|Bruno|Camille|Cécile|Claude|Denis|Élodie|Étienne|Fabrice|Gaëlle|Gilles|Hélène|Hervé|Inès|Jérôme|Laure|Loïc|Marc|Maud|Noémie|Pascal|Régis|Rémi|Solène|Thierry|Yann',
    ),
    towns: list(
      'Albi|Angers|Arras|Auxerre|Bayonne|Béziers|Blois|Brest|Caen|Cahors|Calais|Castres|Chartres|Cholet|Colombes|Dole|Épinal|Évreux|Foix|Gap|Guéret|Laval|Le Mans|Libourne|Lorient|Mâcon|Melun|Millau|Nevers|Niort|Orange|Pau|Périgueux|Quimper|Redon|Roanne|Rodez|Saint-Brieuc|Saint-Malo|Saint-Omer|Saumur|Sète|Tarbes|Thiers|Tulle|Valognes|Vannes|Vichy|Vienne|Vitré',
    ),
    forms: list('SARL|SAS|SASU|SA|EURL|SNC|SCOP|SELARL|SCI|Association'),
    places: list(
      'du Val|des Halles|de la Gare|du Port|des Tilleuls|du Moulin|de la Vallée|du Lac|des Trois Ponts|du Centre|de l’Étang|du Bocage|des Coteaux|du Canal|de la Tour|Saint-Roch|Sainte-Anne',
    ),
  },
  de: {
    trades: list(
      'Bäckerei|Tischlerei|Schlosserei|Metallbau|Holzbau|Dachdeckerei|Malerbetrieb|Elektrotechnik|Haustechnik|Spedition|Druckerei|Apotheke|Zahntechnik|Gartenbau|Gärtnerei|Maschinenbau|Werkzeugbau|Kunststofftechnik|Verpackungen|Möbelhaus|Autohaus|Getränkehandel|Feinkost|Fleischerei|Brauerei|Gasthof|Buchhandlung|Optik|Medizintechnik|Labor|Ingenieurbüro|Gebäudereinigung',
    ),
    families: list(
      'Achterberg|Baumgärtner|Brückner|Dörfler|Eberle|Fährmann|Gössling|Grünwald|Haberland|Hörmann|Jäckel|Kästner|Kröger|Köhler|Lüdemann|Mühlbauer|Nägele|Oßwald|Pfälzer|Rößler|Röttger|Sählbrand|Schäfers|Schönfeld|Sprenger|Strößner|Thönnes|Übelacker|Vögele|Wächter|Weißgerber|Wörner|Zöllner',
    ),
    firstNames: list('Anke|Bernd|Dieter|Gisela|Jörg|Jürgen|Katrin|Lutz|Mareike|Rüdiger|Sönke|Ulrike'),
    towns: list(
      'Aachen|Bamberg|Celle|Detmold|Erfurt|Fulda|Gießen|Halle|Jena|Kassel|Lüneburg|Mölln|Nürtingen|Passau|Rostock|Siegen|Tübingen|Ulm|Wismar|Zwickau',
    ),
    forms: list('GmbH|GmbH & Co. KG|AG|KG|OHG|e.K.|UG'),
    places: list('am Markt|Nord|Süd|im Park|an der Mühle|Altstadt|Rheintal|am Hafen'),
  },
  en: {
    trades: list(
      'Joinery|Engineering|Packaging|Foods|Catering|Logistics|Haulage|Printing|Castings|Ceramics|Nurseries|Dairy|Brewery|Pharmacy|Dental|Optical|Lighting|Roofing|Plumbing|Interiors|Textiles|Furniture|Marine|Motors|Tooling|Consulting',
    ),
    families: list(
      'Ainsworth|Barraclough|Birtwistle|Chadwick|Cotterill|Dunstan|Eastwood|Fothergill|Garside|Hathersage|Ibbotson|Jellicoe|Kershaw|Lockwood|Mossop|Nettleton|Oakshott|Pemberton|Ravenscroft|Shackleton|Tattersall|Underhill|Whitcombe|Yarwood',
    ),
    firstNames: list('Alistair|Beryl|Clive|Daphne|Edmund|Fiona|Graham|Hilary'),
    towns: list('Bath|Carlisle|Derby|Exeter|Hexham|Kendal|Ludlow|Malton|Oban|Ripon|Selby|Truro|Wells|York'),
    forms: list('Ltd|Limited|PLC|LLP|& Sons Ltd'),
    places: list('Riverside|Northgate|Old Mill|Highfield|Kingsway|Harbour'),
  },
  es: {
    trades: list(
      'Talleres|Suministros|Panadería|Carpintería|Cristalería|Fontanería|Instalaciones|Transportes|Distribuciones|Comercial|Bodegas|Conservas|Cerámicas|Imprenta|Farmacia|Clínica|Construcciones|Muebles|Calzados|Hostelería',
    ),
    families: list(
      'Albarracín|Benítez|Cañizares|Domínguez|Echevarría|Figueroa|Gutiérrez|Ibáñez|Jáuregui|Lizárraga|Márquez|Núñez|Ordóñez|Peñalver|Quiñones|Revilla|Santamaría|Tejedor|Urrutia|Villanueva|Zúñiga',
    ),
    firstNames: list('Álvaro|Begoña|Concha|Íñigo|Jaime|Lucía|Maite|Óscar'),
    towns: list('Ávila|Burgos|Cáceres|Gijón|Huesca|Jaén|León|Logroño|Lugo|Murcia|Oviedo|Soria|Teruel|Vigo|Zamora'),
    forms: list('S.L.|S.A.|S.L.U.|S. Coop.|C.B.'),
    places: list('del Norte|del Sur|La Rioja|del Mar|San Juan|El Puente'),
  },
  it: {
    trades: list(
      'Officina|Falegnameria|Panificio|Pastificio|Caseificio|Cantina|Frantoio|Autotrasporti|Tipografia|Ceramiche|Vetreria|Arredamenti|Calzaturificio|Farmacia|Studio|Costruzioni|Carpenteria|Torneria|Oleificio|Ristorante',
    ),
    families: list(
      'Agnoletti|Bevilacqua|Cantarella|Dell’Acqua|D’Ambrosio|Facchinetti|Ghirardi|Iacobelli|Lanfranchi|Mezzasalma|Nardelli|Occhipinti|Pellegrini|Quattrocchi|Rovatti|Scarpellini|Tagliaferri|Ubaldini|Vendramin|Zambelli',
    ),
    firstNames: list('Aldo|Bianca|Ciro|Donatella|Enzo|Fulvia|Gino|Nicolò'),
    towns: list('Alba|Biella|Cuneo|Faenza|Forlì|Gorizia|Imola|Lecce|Lucca|Mantova|Novara|Pesaro|Rovigo|Siena|Trento'),
    forms: list('S.r.l.|S.p.A.|S.n.c.|S.a.s.|Soc. Coop.'),
    places: list('del Borgo|La Torre|San Marco|Alta Valle|del Lago|Il Ponte'),
  },
  nl: {
    trades: list(
      'Bakkerij|Timmerbedrijf|Schildersbedrijf|Installatietechniek|Machinefabriek|Transportbedrijf|Drukkerij|Apotheek|Kwekerij|Groothandel|Slagerij|Scheepswerf|Meubelmakerij|Zuivel|Technische Dienst|Bouwbedrijf|Metaalwerken|Horeca',
    ),
    families: list(
      'van den Akker|Bijlsma|de Bruijn|van Dijken|Hoekstra|ter Horst|Kuipers|van der Laan|Meijerink|Nijenhuis|Oosterhuis|Postma|van Rhijn|Smeets|Terpstra|Vandecasteele|Vermeiren|de Wilde|Zijlstra|Zwartjes',
    ),
    firstNames: list('Anouk|Bram|Geert|Henk|Ilse|Joost|Marijke|Sjoerd'),
    towns: list('Aalst|Assen|Breda|Delft|Ede|Genk|Gouda|Heerlen|Hoorn|Kortrijk|Leuven|Lier|Meppel|Sneek|Tiel|Zwolle'),
    forms: list('B.V.|BV|NV|V.O.F.|BVBA|Coöperatie'),
    places: list('aan de Maas|Noord|West|de Molen|het Veen|Oosterpoort'),
  },
};

/** Halves of coined brands; the same in every language. */
export const brandStarts = list(
  'Aero|Alti|Aqua|Bati|Brio|Calo|Cera|Clima|Cryo|Dala|Deco|Duo|Echo|Elan|Ergo|Fabri|Fluo|Gala|Helio|Indi|Iso|Kine|Lumi|Luxo|Magna|Mobi|Modu|Nivo|Omni|Opti|Orbi|Pano|Poly|Primo|Quadri|Reno|Rota|Sani|Sola|Stylo|Terra|Thermo|Tri|Uni|Vega|Verti|Viva|Xylo|Zeni',
);
export const brandMiddles = list('||||ca|de|lo|ma|na|po|ra|se|to|vi');
export const brandEnds = list(
  'bois|care|cal|con|dis|drive|fer|flex|form|gest|graph|lab|line|log|mat|med|nett|pack|phar|plan|plast|print|pro|sol|sys|tech|tec|tex|therm|tron|vent|vial',
);
