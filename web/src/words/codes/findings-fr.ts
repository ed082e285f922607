/** Ce qu’un fichier de banque a de particulier, par code : les faits sont à côté. */
const redemander = 'Redemandez le fichier à la banque ; rien n’en a été enregistré.';
const recuperer = 'Récupérez le fichier une fois que la banque l’a entièrement écrit ; rien n’en a été enregistré.';
const verifier = 'Vérifiez que c’est bien un relevé ; rien n’en a été enregistré.';
const rienAFaire = 'Rien à faire ; l’argent n’est pas concerné.';

export const findingsFr: Readonly<Record<string, string>> = {
  'ingest.file_unreadable': 'Le fichier ne peut être ni ouvert ni lu. Vérifiez le chemin et les droits.',
  'ingest.file_empty': `Le fichier est vide. ${recuperer}`,
  'ingest.archive_truncated': `La fin de l’archive zip ou gzip manque. ${recuperer}`,
  'ingest.archive_damaged': `L’archive est abîmée : sa structure ou ses sommes de contrôle sont fausses. ${redemander}`,
  'ingest.archive_encrypted':
    'L’archive est chiffrée. Déchiffrez-la avant de la déposer, ou faites-la envoyer telle quelle par SFTP ; rien n’en a été enregistré.',
  'ingest.archive_nested': 'L’archive contient une autre archive. Ouvrez-la une fois ; rien n’en a été enregistré.',
  'ingest.archive_too_large':
    'L’archive ou son contenu est trop grand : plus de 64 Mio ou de 100 fichiers. Déposez les fichiers un par un ; rien n’en a été enregistré.',
  'ingest.archive_too_compressed':
    'Un fichier de l’archive est compressé plus de 100 fois, ce qu’un relevé n’est jamais et une attaque, oui. Vérifiez sa provenance ; s’il est bon, déposez-le ouvert.',
  'ingest.archive_empty': `L’archive ne contient aucun fichier. ${recuperer}`,
  'ingest.archive_not_opened':
    'Le fichier est une archive qui n’a pas été ouverte à son arrivée. Déposez-la de nouveau ; rien n’en a été enregistré.',
  'ingest.unknown_format':
    'Le contenu n’est d’aucun format connu. Envoyez du camt.052, camt.053, camt.054, MT940, MT942, CFONB 120, CODA, BAI2 ou OFX ; rien n’en a été enregistré.',
  'ingest.formats_mixed':
    'Un même fichier contient des messages de deux sortes. Séparez-les ; rien n’en a été enregistré.',
  'ingest.encoding_unsupported': `La déclaration XML nomme un codage qui n’est pas lu. ${redemander}`,
  'ingest.text_not_decodable': `Les octets ne sont pas du texte dans le codage déclaré. ${redemander}`,
  'ingest.file_truncated': `La fin du fichier manque. ${recuperer}`,
  'ingest.closing_balance_missing': `Un relevé s’arrête avant son solde final (:62F:, CFONB 07, CODA 8). ${recuperer}`,
  'ingest.doctype_refused':
    'Le XML porte un DOCTYPE, dont un relevé n’a jamais besoin et une attaque, si. Faites-le retirer par l’émetteur ; rien n’en a été enregistré.',
  'ingest.xml_not_well_formed': `Le XML est mal formé. ${redemander}`,
  'ingest.xml_too_deep': `Le XML est plus imbriqué que ne l’est un relevé. ${verifier}`,
  'ingest.xml_text_too_long': `Un texte, un commentaire ou une balise du XML est trop long. ${verifier}`,
  'ingest.xml_attribute_too_long': `Un attribut est trop long, ou un élément en a trop. ${verifier}`,
  'ingest.xml_too_many_elements': `Le fichier, ou une écriture, a trop d’éléments. ${verifier}`,
  'ingest.field_too_long': `Une ligne ou un champ du message MT est trop long. ${verifier}`,
  'ingest.message_type_contradicted': `L’espace de noms annonce un autre message que le contenu. ${redemander}`,
  'ingest.no_statement': `Le message ne contient ni relevé, ni rapport, ni avis. ${redemander}`,
  'ingest.statement_header_missing': `Une écriture précède tout solde qui nomme sa devise. ${redemander}`,
  'ingest.entry_line_unreadable': `Une ligne :61: est illisible. ${redemander}`,
  'ingest.balance_line_unreadable': `Une ligne de solde :60F:, :60M:, :62F: ou :62M: est illisible. ${redemander}`,
  'ingest.balance_conflict':
    'Un relevé indique deux soldes initiaux ou finaux différents. Demandez à la banque lequel est juste ; le relevé est retenu.',
  'ingest.amount_missing': `Un montant manque. ${redemander}`,
  'ingest.amount_not_decimal': `Un montant n’est pas un nombre décimal. ${redemander}`,
  'ingest.amount_too_precise': `Un montant a plus de décimales que sa devise ; l’arrondir inventerait de l’argent. ${redemander}`,
  'ingest.amount_out_of_range': `Un montant est trop grand pour être conservé exactement. ${redemander}`,
  'ingest.currency_unknown': `Un code de devise manque ou n’est pas dans l’ISO 4217. ${redemander}`,
  'ingest.side_unreadable': `Crédit ou débit (CdtDbtInd) : absent ou illisible. ${redemander}`,
  'ingest.record_unreadable': `Un enregistrement n’a pas les champs de son type. ${redemander}`,
  'ingest.record_out_of_place': `Un enregistrement est à une place où son type ne peut être. ${redemander}`,
  'ingest.version_unsupported': `Le fichier est d’une version de son format qui n’est pas lue. ${redemander}`,
  'ingest.group_deleted':
    'La banque retire un envoi précédent (BAI2, statut 2). Retrouvez-le et défaites ce qui en a été fait ; rien de celui-ci n’est comptabilisé.',
  'ingest.securities_statement':
    'C’est le relevé d’un compte-titres ; seules ses opérations bancaires ont été lues. Demandez à la banque le relevé du compte espèces.',
  'ingest.entry_corrects_another':
    'Une opération en remplace ou en supprime une autre (CORRECTFITID). Retrouvez la première et défaites-la à la main ; le relevé est retenu, car les deux compteraient.',
  'ingest.ofx_not_well_formed': `Les balises de l’OFX ne s’emboîtent pas. ${redemander}`,
  'ingest.date_unreadable': `Une date n’est pas un jour qui existe. ${redemander}`,
  'ingest.balance_mismatch':
    'Le solde initial et les écritures ne donnent pas le solde final. Demandez à la banque quelle écriture manque ou est en double ; le relevé est retenu jusqu’à ce qu’il soit juste.',
  'ingest.currency_differs':
    'Des écritures ou des soldes sont dans une autre devise que le relevé. Demandez un relevé par devise ; celui-ci est retenu, car il ne prouve rien.',
  'ingest.account_differs':
    'Les enregistrements d’un même relevé nomment des comptes différents. Demandez à la banque duquel il s’agit ; le relevé est retenu d’ici là.',
  'ingest.entry_too_large': `Une écriture a trop d’enregistrements. ${verifier}`,
  'ingest.bank_code_differs':
    'Les enregistrements d’un relevé nomment des banques ou des guichets différents pour le même compte. Ceux du solde initial ont été retenus ; vérifiez-les si le compte n’est pas reconnu.',
  'ingest.currency_inherited':
    'Un enregistrement ne dit pas sa devise. Celle du solde initial a été prise ; l’équation des soldes le confirme ou le dément.',
  'ingest.continuation_missing':
    'Un enregistrement en annonce un autre, qui ne suit pas. Cherchez dans la liste de la banque ce qui manque ; les soldes sont vérifiés sans lui.',
  'ingest.duplicate_announced':
    'La banque marque le fichier comme le double d’un envoi précédent. Rien à faire ; un relevé connu n’est pas comptabilisé deux fois.',
  'ingest.separate_application':
    'Le fichier est un extrait pour une seule sorte de paiements (CODA, application séparée). Utilisez le relevé complet ; celui-ci est retenu, sauf si ses propres soldes le prouvent.',
  'ingest.encoding_assumed':
    'Des lignes ne sont pas en UTF-8 et ont été lues en Windows-1252. Vérifiez les noms accentués ; montants et dates n’en dépendent pas.',
  'ingest.encoding_contradicted': `Le XML déclare un codage que ses octets démentent. ${rienAFaire}`,
  'ingest.namespace_missing': `Le XML ne nomme aucun espace de noms camt ; sa version est inconnue. ${rienAFaire}`,
  'ingest.balance_missing':
    'Le solde initial ou final manque : le relevé ne prouve rien. Comparez avec le solde initial suivant ; demandez à la banque d’envoyer les soldes comptables.',
  'ingest.balance_side_missing':
    'Un solde ne dit pas s’il est créditeur ou débiteur. Il a été pris pour créditeur ; l’équation des soldes le confirme ou le dément.',
  'ingest.page_not_final':
    'Le relevé finit par un solde intermédiaire :62M:. La page suivante en repart ; vérifiez qu’elle arrive.',
  'ingest.page_missing':
    'Une page du relevé manque, entre deux pages du fichier ou après elles. Vérifiez qu’elle arrive ; les livres attendent le solde par lequel elle finit.',
  'ingest.page_chain_broken':
    'Une page ne commence pas par le solde qui finit la précédente. Redemandez le relevé à la banque ; la page est retenue, car des écritures peuvent manquer entre les deux.',
  'ingest.totals_mismatch':
    'Les totaux de contrôle du relevé (TxsSummry, CODA 9) diffèrent de ses écritures. Demandez à la banque lesquels sont justes ; le relevé est retenu d’ici là.',
  'ingest.details_mismatch':
    'Les détails d’une écriture ne font pas son montant. Le compte bouge de l’écriture ; regardez frais et change avant d’imputer les détails.',
  'ingest.detail_amount_missing':
    'Des détails d’une écriture n’ont pas de montant dans sa devise. Ils s’imputent une fois les montants connus, par camt.054 ou le fichier de remise.',
  'ingest.batch_count_differs':
    'La banque annonce un autre nombre de paiements que ceux qu’elle détaille. Cherchez les détails manquants dans le camt.054.',
  'ingest.entry_status_unknown':
    'Une écriture a un autre statut que BOOK, PDNG, FUTR ou INFO. Elle n’est pas comptée ; dites-nous quelle banque l’envoie.',
  'ingest.value_date_clamped':
    'Une date de valeur n’existe pas (30 février). Le dernier jour du mois a été pris, comme la banque compte les intérêts.',
  'ingest.amount_notation': `Des montants sont écrits avec un point, ou sans virgule décimale. ${rienAFaire}`,
  'ingest.reversals_look_flipped':
    'Le solde serait juste si les annulations avaient le signe contraire. Dites-nous quelle banque les envoie ; aucun signe n’est retourné en silence.',
  'ingest.creditor_reference_check_failed':
    'Une référence créancier (ISO 11649, +++…+++ belge) a une clé fausse. Elle est gardée telle quelle ; le payeur a pu se tromper.',
  'ingest.findings_left_out': `D’autres remarques sur ce relevé ont été comptées, non gardées. ${rienAFaire}`,
  'ingest.group_is_test':
    'Le groupe est un essai (BAI2, statut 4). Aucune écriture n’en est comptabilisée ; s’il devait être réel, dites-le à la banque.',
  'ingest.group_is_correction':
    'Le groupe en corrige un précédent (BAI2, statut 3). Comparez-le au relevé de ce jour ; les écritures des deux se reconnaissent à leurs références.',
  'ingest.report_is_interim':
    'Le rapport a été fait avant la clôture du jour. Ses écritures sont provisoires ; le rapport définitif les comptabilise.',
  'ingest.response_failed':
    'La banque a répondu par une erreur à une demande de relevé. Redemandez celui qui manque ; les autres du fichier ne sont pas concernés.',
  'ingest.account_unknown':
    'Le compte d’un relevé n’est pas enregistré dans cette société. Enregistrez-le (lettrage import bank-accounts), puis relisez le fichier.',
  'ingest.statement_without_balance':
    'Un relevé n’a pas de solde initial ou final : il ne peut se prouver. Demandez à la banque le relevé complet.',
  'ingest.account_currency_differs':
    'Un relevé est dans une autre devise que son compte. Vérifiez l’enregistrement du compte.',
  'ingest.statement_date_missing':
    'Ni le solde final ni la période d’un relevé n’a de date. Demandez à la banque le relevé complet.',
  'ingest.statement_conflict':
    'Le relevé est publié avec un autre contenu ; celui qui est publié reste. Comparez les deux.',
  'ingest.entries_already_booked':
    'Des écritures sont déjà sur le compte, par un autre relevé ; rien n’a été comptabilisé deux fois. Comparez les relevés de ce jour.',
  'ingest.statement_out_of_chain':
    'Les relevés du compte sont complets sans celui-ci. Demandez à la banque lequel elle maintient.',
  'ingest.statement_gap':
    'Un relevé manque avant ou après celui-ci, qui est retenu. Récupérez celui qui manque : celui-ci sera publié avec lui.',
  'ingest.statement_twin':
    'Un autre relevé du jour, aux mêmes soldes et sommes, est arrivé dans la même remise. Si les deux sont justes, publiez celui-ci ; sinon, écartez-le.',
  'ingest.master_format_awaited':
    'Le compte est tenu dans un autre format, dont le relevé du jour n’est pas encore là. Récupérez-le : celui-ci lui est comparé, jamais comptabilisé.',
  'ingest.cross_check_differs':
    'Un relevé d’un second format dit autre chose d’un jour que celui qui est comptabilisé. Comparez les deux avec la banque ; puis publiez ou écartez celui-ci. Le premier reste.',
  'ingest.balance_derived':
    'Un solde manquait ; il a été déduit de l’autre et des écritures, comme le compte le permet. Comparez-le avec ce que montre la banque.',
  'ingest.sequence_gap':
    'Des numéros de la suite de la banque manquent, alors que les soldes se suivent. Demandez à la banque si ces relevés existent.',
  'ingest.report_ambiguous':
    'Un rapport peut désigner plusieurs écritures comptabilisées ; il n’a été rattaché à aucune. Rien à faire ; les écritures gardent les paiements du relevé.',
  'ingest.payments_kept':
    'Un rapport détaille une écriture dont le règlement est déjà traité ; le règlement reste tel quel. Regardez le rapport en le traitant.',
  'ingest.reader_failed':
    'La lecture du fichier a échoué par notre faute, ou a duré trop longtemps ; le fichier est gardé. Signalez-le avec la version du lecteur, et relisez-le après une mise à jour.',
  'ingest.not_storable':
    'La base ne peut contenir ce que dit le fichier, comme une somme au-delà de son plus grand nombre ; il est gardé. Comparez avec ce que montre la banque ; signalez-le s’il est juste.',
};
