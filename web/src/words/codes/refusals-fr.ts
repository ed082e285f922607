/** Ce que le service refuse, par code. */
export const refusalsFr: Readonly<Record<string, string>> = {
  'ledger.ledger_unknown': 'Aucune société n’a ce code.',
  'ledger.ledger_differs': 'Une société de ce code existe, sous un autre nom ou dans une autre devise.',
  'ledger.bank_account_in_other_ledger': 'Ce compte bancaire appartient déjà à une autre société.',
  'ledger.bank_account_changed': 'Ce compte bancaire existe dans une autre devise ; un compte n’en a qu’une.',
  'ledger.bank_account_alias_taken': 'Ce numéro désigne déjà un autre compte bancaire de la société.',
  'ledger.code_invalid': 'Un code de société a 1 à 35 caractères imprimables, sans blanc autour.',
  'ledger.file_changed': 'Le fichier a changé pendant la lecture. Renvoyez-le une fois complet.',
  'ledger.file_not_set_aside': 'Seul un fichier mis de côté peut être publié ou écarté ; celui-ci ne l’est pas.',
  'ledger.release_refused':
    'On ne passe pas outre : ce qui est illisible, faux ou serait comptabilisé deux fois reste dehors. Corrigez la cause et relisez, ou écartez le fichier.',
  'ledger.reason_missing': 'Une décision veut un motif, de 1 à 500 caractères : un auditeur le lira.',
  'ledger.not_found': 'Rien de tel dans cette société.',
  'ledger.run_not_replayable':
    'Ce passage vient d’une version qui ne notait pas ses données ; les prochains se rejouent.',
  'ledger.key_refused': 'Une clé est pour une personne nommée, de 1 à 100 caractères, et pour 1 à 1 098 jours.',
  'ledger.command_reused': 'Cet identifiant a servi à autre chose ; une nouvelle demande en veut un nouveau.',
  'ledger.command_running': 'Une demande de cet identifiant est en cours ; redemandez sa réponse.',
  'ledger.approval_unknown': 'Aucune demande d’approbation de cet identifiant.',
  'ledger.approval_decided': 'Cette demande est déjà tranchée.',
  'ledger.approval_changed': 'Ce qui est approuvé n’est pas ce qui a été demandé : regardez de nouveau la demande.',
  'ledger.approval_by_author': 'Nul n’approuve sa propre demande ; une seconde personne doit le faire.',
  'ledger.withdrawal_by_another': 'Seul son auteur retire une demande ; une seconde personne la refuse.',
  'ledger.stale': 'La situation a changé depuis la lecture : regardez-la de nouveau et décidez à nouveau.',
  'ledger.amount_invalid': 'Un montant est un nombre décimal de sa devise, plus grand que zéro, comme 120,50.',
  'ledger.currencies_mixed':
    'La pièce est dans une autre devise que le règlement : dites quelle part du règlement la solde.',
  'ledger.side_mismatch':
    'Un encaissement solde ce qu’un client doit, un décaissement ce qu’on lui doit ; ici c’est l’inverse.',
  'ledger.several_customers': 'Les pièces qui se soldent entre elles sont d’un seul client et d’une seule devise.',
  'ledger.item_not_disputable':
    'Seul ce qu’un client doit peut être en litige, et pas plus que ce qui reste et ne l’est pas déjà.',
  'ledger.dispute_reason_unknown':
    'Cette catégorie n’a pas ce motif ; la liste est celle de la société, et se complète.',
  'ledger.dispute_reason_moved':
    'Un motif reste dans sa catégorie, pour les litiges passés ; une autre veut un nouveau motif.',
  'ledger.dispute_resolved': 'Ce litige est résolu ; rouvrez-le d’abord.',
  'ledger.dispute_open': 'Ce litige est ouvert ; seul un litige résolu se rouvre.',
  'ledger.dispute_unchanged': 'Rien du litige ne changerait.',
  'ledger.dispute_not_cleared':
    'Le montant en litige n’est pas soldé sur la pièce : comptabilisez ce qui le solde, nommez l’avoir, ou rejetez le litige.',
  'ledger.posting_not_reversible':
    'Ce qu’un passage ou une personne a comptabilisé s’annule une fois, un retour aussi ; ce qui est annulé se refait, et un relevé de la banque reste.',
  'ledger.posting_built_on': 'Une opération plus récente en dépend : annulez-la d’abord.',
  'ledger.payment_overdrawn': 'C’est plus que le reste du règlement.',
  'ledger.item_overpaid': 'C’est plus que le reste de la pièce.',
  'ledger.settlement_unbalanced': 'Ce qui est pris et ce qui est soldé diffèrent ; dites ce qu’est l’écart.',
  'ledger.date_invalid': 'Un jour s’écrit AAAA-MM-JJ, et existe.',
  'ledger.iban_invalid': 'Ce n’est pas un IBAN : sa longueur ou sa clé est fausse.',
  'ledger.account_refused':
    'Rien ne se comptabilise sur ce compte par son numéro : le service le tient lui-même, ou ce n’est pas un compte.',
  'ledger.over_and_under':
    'Un règlement de plus que ses pièces n’en laisse aucune en partie due : dites l’un ou l’autre.',
  'ledger.discount_late':
    'Le délai de l’escompte est passé, ou la pièce n’en accorde pas : accordez-le hors délai, passez-le en perte, ou ouvrez un litige.',
  'ledger.discount_too_large': 'C’est plus que l’escompte de la pièce : le surplus est un manque.',
  'ledger.vat_unknown':
    'Le total de la pièce par taux de TVA n’est pas connu : importez-le, ou accordez l’escompte sans corriger la taxe.',
  'ledger.base_value_unknown':
    'Sa valeur dans la devise de la société n’est pas connue : importez la valeur comptabilisée, ou le cours de son jour.',
  'ledger.write_off_over_limit':
    'Les limites de la société ne permettent pas de le passer en perte, qui que ce soit qui approuve ; ouvrez un litige, ou changez-les.',
  'ledger.same_customer': 'La pièce est déjà de ce client.',
  'ledger.period_not_forward':
    'On clôt chaque fois jusqu’à un jour plus récent, et jamais jusqu’à un jour qui n’est pas passé.',
  'ledger.fec_value_unknown':
    'Le FEC est dans la devise de la société, et la valeur d’une ligne n’y est pas connue. Exportez en CSV ou en JSON.',
  'ledger.return_exceeds': 'C’est plus que ce que l’écriture a soldé et que personne n’a encore repris.',
  'ledger.collection_differs': 'Le règlement n’a pas le montant prélevé : dites à la main ce qu’il paie.',
  'ledger.payment_claimed': 'Quelqu’un a ce règlement ouvert ; demandez-lui, ou reprenez-le.',
  'ledger.run_applied': 'Ce passage est entièrement imputé : il ne reste rien à arrêter.',
  'ledger.job_not_cancellable':
    'Seul un passage du moteur s’arrête ; un fichier en cours est publié en entier ou laissé tel quel.',
  'ledger.job_not_dead': 'Seule une tâche abandonnée se relance à la main ; les autres se relancent d’elles-mêmes.',
  'ledger.bulk_not_allowed': 'Ce règlement veut qu’on le regarde lui-même : sa proposition ne s’accepte pas en masse.',
  'ledger.payment_not_queued': 'Ce règlement n’attend pas, ou plus, de décision.',
  'ledger.row_refused':
    'Une ligne ne peut être prise. Corrigez-la et renvoyez le tout ; ce qui est déjà pris ne compte qu’une fois.',
  'ledger.export_refused': 'Cette sorte d’export n’a pas ce format ou ce paramètre.',
  'ledger.exports_waiting': 'Vingt exports de cette société attendent ; redemandez quand ils seront faits.',
  'ledger.file_too_large': 'Le fichier est plus grand que ne le permet LETTRAGE_MAX_FILE_MB.',
  'api.request_invalid': 'La demande n’a pas la forme voulue.',
  'api.cursor_invalid': 'La suite demandée n’est pas de cette liste : rechargez la page.',
  'api.currency_missing': 'Des montants se comparent dans une devise : choisissez-la.',
  'api.preview_changed': 'La liste n’est plus celle de l’aperçu : regardez-la de nouveau.',
  'api.body_missing': 'La demande est vide ; envoyez le contenu du fichier.',
  'api.body_incomplete': 'La demande s’est arrêtée avant la fin ; renvoyez-la.',
  'api.credentials_missing': 'Personne n’est nommé ; connectez-vous avec une clé ou un jeton.',
  'api.credentials_refused': 'Cette clé n’ouvre rien : inconnue, expirée, ou d’ailleurs.',
  'api.permission_missing': 'Votre rôle ne le permet pas.',
  'api.idempotency_key_missing': 'Il manque à la demande son identifiant (Idempotency-Key).',
  'api.if_match_missing': 'Il manque à la demande la version lue (If-Match).',
  'api.if_match_invalid': 'La version lue (If-Match) n’est pas de cette sorte.',
  'api.too_many_requests': 'Trop de demandes ; réessayez dans un instant.',
  'api.origin_foreign': 'Les pages d’autres sites ne peuvent utiliser ce service.',
  'api.host_unknown': 'La demande nomme un autre hôte que ce service.',
  'api.route_unknown': 'Cette adresse n’existe pas.',
  'api.body_too_large': 'La demande est trop grande.',
  'api.media_type_unsupported': 'Ce type de contenu n’est pas lu ici.',
  'api.unexpected': 'Quelque chose a échoué qui ne devrait pas ; le journal du service en dit plus.',
  'api.not_ready': 'Le service s’arrête, ou sa base ne répond pas : il ne prend rien en ce moment.',
  'api.database_unavailable':
    'La base ne répond pas, ou toutes ses connexions sont prises ; réessayez dans un instant.',
  'api.database_slow':
    'La base a mis plus longtemps que permis ; demandez moins, avec un filtre ou une page plus courte.',
  'api.streams_busy': 'Trop de monde suit les passages en ce moment ; demandez leur état.',
  'api.export_not_ready': 'Cet export n’est pas fait ; son état dit s’il le sera.',
  'api.export_expired': 'Cet export a été gardé le temps prévu, puis effacé ; demandez-le à nouveau.',
  'api.webhook_failed': 'Le destinataire ne l’a pas pris ; le journal en dit plus.',
  'api.uploads_busy': 'Trop de fichiers arrivent en ce moment ; réessayez dans un instant.',
};
