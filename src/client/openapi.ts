/** Made by `npm run client:generate` from docs/openapi.json of SHA-256 b5b9dea66745c56e2e5b8c0c3597ff8148cef53c8dec264a142774f55fee813d. */
export interface paths {
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Is the process up? Says nothing of the database. */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Can the service work: does the database answer? */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Say who asks, and the roles that they have. */
        readonly get: operations["getMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the keys, those that are over too; the latest made first. */
        readonly get: operations["listApiKeys"];
        readonly put?: never;
        /** Make a key. It is in this answer and nowhere else. */
        readonly post: operations["createApiKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-keys/{apiKeyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Have a key open nothing from now on. Doing it again changes nothing. */
        readonly delete: operations["revokeApiKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the ledgers, in the order in which they were opened. */
        readonly get: operations["listLedgers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/statement-files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the statement files, the latest to arrive first. */
        readonly get: operations["listStatementFiles"];
        readonly put?: never;
        /**
         * Keep a statement file; it is read and published afterwards.
         * @description The body is the file, byte for byte. The same bytes again, under any name, are the same file. Follow its `state` at the address in `Location`. A zip or gzip is opened, and what is in it is kept, file by file.
         */
        readonly post: operations["storeStatementFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/statement-files/{sha256}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show a statement file: its findings, the names it came under, its statements with their proof. */
        readonly get: operations["getStatementFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/quarantine": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the files that are quarantined or held, each with its reason; the latest to arrive first. */
        readonly get: operations["listQuarantine"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/quarantine/{sha256}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show a file with its reason, its place, the parser that read it, and when it came. */
        readonly get: operations["getFileSetAside"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/quarantine/{sha256}/bytes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Give out a file byte for byte, as it came. */
        readonly get: operations["getFileBytes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/quarantine/{sha256}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read a file again with the parser as it is now. */
        readonly post: operations["retryFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/quarantine/{sha256}/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decide about a file that was set aside: publish it despite its doubts, or discard it. */
        readonly post: operations["releaseFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/bank-accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the bank accounts with their settings. */
        readonly get: operations["listBankAccounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List payments, the newest booking date first. */
        readonly get: operations["listPayments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show a payment: where the bank said it, what it was applied to, and why. */
        readonly get: operations["getPayment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}/proposals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show what is suggested for a payment: lines, evidence, arithmetic, and whether it still holds.
         * @description The best and the next two. None while no run has looked at the payment, or when it found nothing.
         */
        readonly get: operations["listProposals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}/certificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show why a payment was applied by itself or put into the queue: the certificate in full.
         * @description As the run wrote it down: it can be checked without the engine.
         */
        readonly get: operations["getCertificate"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/open-items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List open items, closed ones too, the earliest due date first. */
        readonly get: operations["listOpenItems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/open-items/{openItemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show an open item and all that cleared it. */
        readonly get: operations["getOpenItem"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/review-queue": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the payments that wait for a person, with suggestions and who is at them.
         * @description A cursor continues the list that gave it: with the same filters, sort and order. Payments that come or go meanwhile make no other appear twice or not at all.
         */
        readonly get: operations["listReviewQueue"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/review-queue/counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Count the payments that wait by reason, under the same filters as the list. */
        readonly get: operations["countReviewQueue"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/review-queue/{paymentId}/claim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Say that one has a payment open, for two minutes; the same again to go on.
         * @description Courtesy, no lock: it keeps nobody from deciding, and what is decided is held to the version of the payment.
         */
        readonly put: operations["claimPayment"];
        readonly post?: never;
        /** Say that one no longer has a payment open; the claim of somebody else stays. */
        readonly delete: operations["releasePayment"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/review-queue/{paymentId}/assignment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Ask a colleague to decide about a payment, or nobody in particular again.
         * @description The audit chain keeps who asked whom, and what.
         */
        readonly put: operations["assignPayment"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/review-queue/bulk-accept/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Show what accepting the best suggestion of each payment of a kind would do; nothing is done.
         * @description By the filters of the queue and by evidence. Only payments that wait because no rule is certain, because the amount differs or because the difference is not booked by itself, with one explanation: the others want to be looked at one by one. Limits are not tried here: what passes one waits for a second person.
         */
        readonly post: operations["previewBulkAccept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/review-queue/bulk-accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept the suggestions of a preview, each as a command of its own.
         * @description Each is held to the version of its payment and to every limit. Asked again with the same key after a crash, what was done is answered and the rest is done.
         */
        readonly post: operations["bulkAccept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the match runs, the latest first. */
        readonly get: operations["listMatchRuns"];
        readonly put?: never;
        /**
         * Ask for a run over the unapplied payments of every currency, or of one.
         * @description Runs appear in the list once their decisions are made; `…/match-runs/progress` follows them before. Asking while one waits is asking once.
         */
        readonly post: operations["requestMatching"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs/{matchRunId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Show a match run and how far it is applied. */
        readonly get: operations["getMatchRun"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs/{matchRunId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a run: what of it is not applied never is.
         * @description What is applied stays; the other payments wait as they did, for the next run or a person. Asking again changes nothing. Matching that is not decided yet is stopped as a job.
         */
        readonly post: operations["cancelMatchRun"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Follow the matching that is asked for in a currency, decided or not, until it is applied.
         * @description Close it on `end`. It ends without one when the service stops and after a quarter of an hour: ask again then, as `EventSource` does by itself. A comment every 15 seconds keeps it open.
         */
        readonly get: operations["followMatching"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs/{matchRunId}/progress": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Follow how far a run is applied.
         * @description Close it on `end`. It ends without one when the service stops and after a quarter of an hour: ask again then, as `EventSource` does by itself. A comment every 15 seconds keeps it open.
         */
        readonly get: operations["followMatchRun"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs/{matchRunId}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide a run again on the books as they were, and compare.
         * @description The certificates are compared byte by byte. One question is answered at a time; a large run takes as long as its night did.
         */
        readonly post: operations["replayMatchRun"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs/backtest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try another setting on nights that are over, against what is confirmed by now.
         * @description Each run is decided again on its own inputs, whole. `budget` calibrates the ladder from what was confirmed before these runs.
         */
        readonly post: operations["backTestSetting"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-runs/dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Show what a run over the payments of a currency would apply now; nothing is written.
         * @description Made while the caller waits, as long as a run takes to decide. One question is answered at a time.
         */
        readonly post: operations["dryRunMatching"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/match-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the rules by which the service applies a payment by itself, the surest first.
         * @description A back-test tries what switching some of them off would have done.
         */
        readonly get: operations["listMatchRules"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the work that waits, runs or has failed, the latest asked for first. */
        readonly get: operations["listJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/jobs/{jobId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop matching that waits, is being decided, or is being applied.
         * @description What is applied stays. The run that was decided for the job is cancelled, as by its own route.
         */
        readonly post: operations["cancelJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}/settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Use a payment, or parts of it: for open items, on account, as an advance, or as no receivable at all.
         * @description One posting, all parts or none. Each line says what was left of the item when it was looked at, what is cleared of it, and which differences (discount, write-off, bank charge, retention) are not paid.
         */
        readonly post: operations["settlePayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Apply a suggestion of the engine as it stands. */
        readonly post: operations["acceptProposal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that a suggestion is wrong: it is not made again for this payment. */
        readonly post: operations["declineProposal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}/apply-collection": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say which collection of direct debits, or which debit of it, a payment brought in. */
        readonly post: operations["applyCollection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/payments/{paymentId}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that a payment takes back what another paid: the items are open again, with their old due dates. */
        readonly post: operations["returnPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/open-items/net": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Clear invoices and credit notes of one customer against each other, without money. */
        readonly post: operations["netItems"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/open-items/{openItemId}/write-off": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Write an amount of an item off, within the limits of the ledger. */
        readonly post: operations["writeOff"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/open-items/{openItemId}/transfer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Move a claim, or money on account, to another customer. */
        readonly post: operations["transferItem"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/open-items/{openItemId}/refund": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Pay a credit of the customer back: it waits, as owed, for the payment that does it. */
        readonly post: operations["refundCredit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/postings/{postingId}/reverse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a posting back, whole: an undo that an auditor can follow. */
        readonly post: operations["reversePosting"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/disputes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open a dispute about an amount of an open item. */
        readonly post: operations["openDispute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/disputes/{disputeId}/change": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Comment on a dispute, hand it over, reschedule it, or correct its cause or amount. */
        readonly post: operations["changeDispute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/disputes/{disputeId}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End a dispute: by a credit note, a write-off, a payment, or by rejecting it.
         * @description But for a rejection, the amount has been cleared of the item; or `credit` names the credit note.
         */
        readonly post: operations["resolveDispute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/disputes/{disputeId}/reopen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open a resolved dispute again. */
        readonly post: operations["reopenDispute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/dispute-reasons/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Add a reason of the ledger's own, or give one another name or department. */
        readonly put: operations["setDisputeReason"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/tolerances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Set what may be written off, and from which amount on two people are needed. Takes two people itself. */
        readonly put: operations["setTolerances"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/period-closes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Close the books up to a day: nothing is dated on it or before from now on. */
        readonly post: operations["closePeriod"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledgers/{ledger}/customers/{customerId}/payers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that an IBAN pays for a customer. Takes two people: it is how money is led astray. */
        readonly post: operations["confirmPayer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An exact amount: a decimal string with all digits of its ISO 4217 currency. */
        readonly Amount: {
            /** @example 120.50 */
            readonly value: string;
            /** @example EUR */
            readonly currency: string;
        };
        /** @description One thing that is wrong with the request. */
        readonly Fault: {
            /** @enum {string} */
            readonly in: "path" | "query" | "header" | "body";
            /**
             * @description JSON Pointer to what is wrong.
             * @example /limit
             */
            readonly at: string;
            /** @example must be <= 200 */
            readonly says: string;
        };
        /** @description A problem document (RFC 9457). */
        readonly Problem: {
            /**
             * Format: uri-reference
             * @example /errors/ledger.ledger_unknown
             */
            readonly type: string;
            /** @description The same sentence whenever this code is given. */
            readonly title: string;
            readonly status: number;
            /** @description What happened here. */
            readonly detail: string;
            /**
             * @description Stable; listed in docs/errors.md.
             * @example ledger.ledger_unknown
             */
            readonly code: string;
            /** @description The request's id, which its log lines carry as `requestId`. */
            readonly instance: string;
            /** @description The values the code is about. */
            readonly details?: {
                readonly [key: string]: string;
            };
            readonly faults?: readonly components["schemas"]["Fault"][];
        };
        readonly Customer: {
            /** Format: uuid */
            readonly id: string;
            readonly code: string;
            readonly name: string;
        };
        /** @description An amount of an open item that a posting clears, or (negative) opens again. */
        readonly Allocation: {
            /** Format: uuid */
            readonly id: string;
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            readonly side: "credit" | "debit";
            readonly amount: components["schemas"]["Amount"];
            /**
             * @description Which rule of imputation decided (Code civil art. 1342-10).
             * @enum {string}
             */
            readonly basis: "named_by_debtor" | "decided_by_clerk";
            /** Format: uuid */
            readonly matchRunId: string | null;
            /** Format: date-time */
            readonly allocatedAt: string;
            /** Format: uuid */
            readonly postingId: string;
            /**
             * @description What cleared it: money of the payment, or what was booked instead.
             * @enum {string}
             */
            readonly means: "payment" | "netting" | "discount" | "write_off" | "bank_charge" | "exchange_difference" | "retention" | "transfer" | "refund" | "taken_back";
            readonly payment: {
                /** Format: uuid */
                readonly id: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                readonly bookingDate: string;
                readonly counterpartyName: string | null;
            } | null;
            readonly openItem: {
                /** Format: uuid */
                readonly id: string;
                readonly documentNumber: string;
                /** @enum {string} */
                readonly kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                readonly dueDate: string;
            };
            readonly customer: components["schemas"]["Customer"];
            /** @description The letter: upper case when its group is balanced, lower case while partial. */
            readonly lettering: {
                /** Format: uuid */
                readonly id: string;
                /** @enum {string} */
                readonly state: "lettered" | "partly_lettered" | "unlettered";
                readonly code: string | null;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                readonly date: string | null;
            };
        };
        /** @description One sentence about the items, the payer or the amount of a proposal. */
        readonly Evidence: {
            /** @constant */
            readonly kind: "item_named";
            /** Format: uuid */
            readonly openItemId: string;
            /** @enum {string} */
            readonly level: "none" | "typed" | "cut" | "short" | "order" | "partial" | "full" | "structured";
            readonly found: {
                /** @enum {string} */
                readonly field: "creditor_reference" | "end_to_end_id";
            } | {
                /** @constant */
                readonly field: "remittance";
                readonly line: number;
                readonly start: number;
                readonly endLine: number;
                readonly end: number;
            };
        } | {
            /** @constant */
            readonly kind: "item_added";
            /** Format: uuid */
            readonly openItemId: string;
        } | {
            /** @constant */
            readonly kind: "items_structured";
            /** @enum {string} */
            readonly structure: "whole_account" | "all_due" | "due_month" | "issue_month" | "oldest" | "first_issued" | "run" | "all_but_one";
        } | {
            /** @constant */
            readonly kind: "items_combined";
            /** @enum {string} */
            readonly method: "none" | "reduction" | "pairs_and_triples" | "meet_in_the_middle" | "branch_and_bound" | "bit_set";
            readonly count: number;
            readonly isComplete: boolean;
            readonly itemCount: number;
        } | {
            /** @constant */
            readonly kind: "items_collected";
            /** @enum {string} */
            readonly basis: "reference" | "sum_and_count";
            readonly itemCount: number;
        } | {
            /** @constant */
            readonly kind: "equal_amounts_outside";
            readonly itemCount: number;
        } | {
            /** @constant */
            readonly kind: "payer";
            /** @enum {string} */
            readonly level: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
            /** @enum {string|null} */
            readonly by: "iban" | "name" | "text" | null;
            readonly value: string | null;
            /** Format: uuid */
            readonly customerId: string | null;
        } | {
            /** @constant */
            readonly kind: "amount_equal";
            /** @example 120.50 */
            readonly amount: string;
        } | {
            /** @constant */
            readonly kind: "amount_differs";
            /** @example 120.50 */
            readonly by: string;
        } | {
            /** @constant */
            readonly kind: "amount_exchanged";
            /** @example 120.50 */
            readonly amount: string;
            /** @example 120.50 */
            readonly itemAmount: string;
            readonly itemCurrency: string;
            /** @enum {string} */
            readonly basis: "instructed" | "day_rate";
            /** @example 120.50 */
            readonly rate: string;
        };
        /** @description A suggestion; it changes nothing. Payment = lines, credit notes deducted, less what is written off, and what is left over. */
        readonly Proposal: {
            /**
             * @description Why these items and no others.
             * @enum {string}
             */
            readonly selection: "named" | "named_subset" | "range" | "netted" | "mended" | "continued" | "completed" | "across" | "single" | "structured" | "proven" | "collection";
            /**
             * @description How the item named least certainly is named.
             * @enum {string}
             */
            readonly reference: "none" | "typed" | "cut" | "short" | "order" | "partial" | "full" | "structured";
            /**
             * @description How the payment stands to what is left of the items.
             * @enum {string}
             */
            readonly amountClass: "exact" | "discount" | "exchange" | "retention" | "rounding" | "fee" | "partial" | "over" | "short";
            /**
             * @description How the payer stands to the customer of the items.
             * @enum {string}
             */
            readonly payer: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
            /** @description Other sets that explain the payment as well. */
            readonly rivals: number;
            readonly notes: readonly string[];
            /**
             * @description The kind of evidence, in words.
             * @example named full exact iban
             */
            readonly cell: string;
            /** @description Order suggestions; no probability. */
            readonly points: number;
            /** Format: uuid */
            readonly customerId: string | null;
            /** @description Of the lines. */
            readonly currency: string;
            readonly lines: readonly {
                /** Format: uuid */
                readonly openItemId: string;
                readonly documentNumber: string;
                /** @enum {string} */
                readonly kind: "invoice" | "credit_note" | "down_payment";
                /** @example 120.50 */
                readonly residual: string;
                /** @example 120.50 */
                readonly cleared: string;
            }[];
            readonly writeOff: {
                /** @enum {string} */
                readonly kind: "discount" | "rounding" | "fee" | "exchange";
                /** @example 120.50 */
                readonly amount: string;
                readonly currency: string;
            } | null;
            /** @example 120.50 */
            readonly unapplied: string;
            readonly evidence: readonly components["schemas"]["Evidence"][];
        };
        /** @description Why a payment was applied by itself, or what is missing. */
        readonly MatchCertificate: {
            /** @constant */
            readonly form: "lettrage.certificate/2";
            readonly engine: string;
            /** Format: uuid */
            readonly paymentId: string;
            /** @example 120.50 */
            readonly paymentAmount: string;
            readonly currency: string;
            /** @enum {string} */
            readonly action: "apply" | "review";
            /** @enum {string|null} */
            readonly reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back" | null;
            readonly rule: string | null;
            readonly chosen: components["schemas"]["Proposal"] | null;
            readonly alternatives: readonly components["schemas"]["Proposal"][];
            readonly gates: readonly {
                /**
                 * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `taken_back`: a person took back what was applied.
                 * @enum {string}
                 */
                readonly gate: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back";
                readonly passed: boolean;
            }[];
            readonly searched: {
                readonly referenceCount: number;
                readonly openItemCount: number;
            };
        };
        /** @description What is cleared of an item without having been paid, and what becomes of it. */
        readonly Difference: {
            /** @enum {string} */
            readonly as: "write_off" | "bank_charge";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            readonly amount: string;
        } | {
            /** @enum {string} */
            readonly as: "discount";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            readonly amount: string;
            /**
             * @description `net` corrects the VAT by the rates of the document.
             * @enum {string}
             */
            readonly vat: "net" | "gross";
            /** @description Granted although its day is over. */
            readonly late?: boolean;
        } | {
            /** @enum {string} */
            readonly as: "retention";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            readonly amount: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly dueDate: string;
        };
        /** @description What a payment clears of one open item. */
        readonly SettledLine: {
            /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
            readonly openItemId: string;
            /**
             * @description What was left of the item when it was looked at.
             * @example 120.50
             */
            readonly residual: string;
            /**
             * @description All that is cleared of the item: what is paid and the differences.
             * @example 120.50
             */
            readonly cleared: string;
            /**
             * @description For an item in another currency: what of the payment clears it, in its currency.
             * @example 120.50
             */
            readonly paid?: string;
            readonly differences?: readonly components["schemas"]["Difference"][];
        };
        /** @description One use of a part of a payment; several split it. `on_account`: the payer is known, the invoice is not (411 credit). `advance`: before any invoice (4191). `not_receivable`: a fee, a tax, a transfer of our own. */
        readonly PaymentPart: {
            /** @enum {string} */
            readonly use: "items";
            readonly lines: readonly components["schemas"]["SettledLine"][];
            /**
             * @description What was paid beyond the lines, and is kept.
             * @example 120.50
             */
            readonly overpaidWrittenOff?: string;
        } | {
            /** @enum {string} */
            readonly use: "on_account";
            /** Format: uuid */
            readonly customerId: string;
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            readonly amount: string;
        } | {
            /** @enum {string} */
            readonly use: "advance";
            /** Format: uuid */
            readonly customerId: string;
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            readonly amount: string;
        } | {
            /** @enum {string} */
            readonly use: "not_receivable";
            /** @enum {string} */
            readonly purpose: "bank_charge" | "tax" | "internal_transfer" | "payroll" | "other";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            readonly amount: string;
            /** @description Instead of the usual one. */
            readonly account?: string;
        };
        /** @description The limits that a command passes; a second person has to agree. */
        readonly WaitingApproval: {
            /** @description The hash of what was asked: an approval names it. */
            readonly requestSha256: string;
            readonly reasons: readonly {
                readonly limit: string;
                readonly found: string;
                readonly allowed: string;
            }[];
        };
        /** @description The unit that is matched: one detail of an entry of a statement, or the entry when it has none. */
        readonly Payment: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly status: "received" | "applied" | "in_review";
            /** @enum {string|null} */
            readonly reviewReason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back" | null;
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            readonly side: "credit" | "debit";
            readonly amount: components["schemas"]["Amount"];
            readonly unapplied: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly bookingDate: string;
            readonly isReversal: boolean;
            readonly returnReason: string | null;
            readonly bankTransactionCode: string | null;
            readonly batchCount: number | null;
            readonly counterpartyName: string | null;
            readonly counterpartyIban: string | null;
            readonly remittance: readonly string[];
            readonly creditorReference: string | null;
            readonly endToEndId: string | null;
            /** Format: uuid */
            readonly matchRunId: string | null;
            /** @description What `If-Match` of a command takes, in quotation marks. */
            readonly version: number;
        };
        /** @description Where the bank said it: the entry, its statement, its account. */
        readonly PaymentSource: {
            /** Format: uuid */
            readonly statementId: string;
            readonly bankStatementId: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly statementDate: string;
            readonly sha256: string;
            readonly bankAccount: string;
            readonly entryIndex: number;
            readonly detailIndex: number;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly valueDate: string | null;
            readonly accountServicerReference: string | null;
            readonly additionalInformation: string | null;
        };
        /** @description A payment, what it was applied to, and why. */
        readonly PaymentHistory: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly status: "received" | "applied" | "in_review";
            /** @enum {string|null} */
            readonly reviewReason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back" | null;
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            readonly side: "credit" | "debit";
            readonly amount: components["schemas"]["Amount"];
            readonly unapplied: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly bookingDate: string;
            readonly isReversal: boolean;
            readonly returnReason: string | null;
            readonly bankTransactionCode: string | null;
            readonly batchCount: number | null;
            readonly counterpartyName: string | null;
            readonly counterpartyIban: string | null;
            readonly remittance: readonly string[];
            readonly creditorReference: string | null;
            readonly endToEndId: string | null;
            /** Format: uuid */
            readonly matchRunId: string | null;
            /** @description What `If-Match` of a command takes, in quotation marks. */
            readonly version: number;
            readonly source: components["schemas"]["PaymentSource"];
            readonly allocations: readonly components["schemas"]["Allocation"][];
            readonly certificate: components["schemas"]["MatchCertificate"] | null;
        };
        /** @description An invoice, credit note or down payment, and what is left of it (`residual`). */
        readonly OpenItem: {
            /** Format: uuid */
            readonly id: string;
            /**
             * @description `open` while something is left of the item.
             * @enum {string}
             */
            readonly status: "open" | "closed";
            readonly customer: components["schemas"]["Customer"];
            readonly documentNumber: string;
            /** @enum {string} */
            readonly kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
            readonly amount: components["schemas"]["Amount"];
            readonly residual: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly issueDate: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly dueDate: string;
            readonly creditorReference: string | null;
            readonly purchaseOrder: string | null;
        };
        /** @description An open item and all that cleared it. */
        readonly OpenItemHistory: {
            /** Format: uuid */
            readonly id: string;
            /**
             * @description `open` while something is left of the item.
             * @enum {string}
             */
            readonly status: "open" | "closed";
            readonly customer: components["schemas"]["Customer"];
            readonly documentNumber: string;
            /** @enum {string} */
            readonly kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
            readonly amount: components["schemas"]["Amount"];
            readonly residual: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly issueDate: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly dueDate: string;
            readonly creditorReference: string | null;
            readonly purchaseOrder: string | null;
            readonly allocations: readonly components["schemas"]["Allocation"][];
            /** @description What reduced (or, negative, restored) the item outside our allocations. */
            readonly adjustments: readonly {
                /** @enum {string} */
                readonly reason: "cleared_before_import" | "cleared_elsewhere" | "amount_changed";
                readonly amount: components["schemas"]["Amount"];
                /** Format: date-time */
                readonly adjustedAt: string;
            }[];
        };
        /** @description A file as it came; its identity is the SHA-256 of its bytes. */
        readonly StatementFile: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            readonly sha256: string;
            readonly sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            readonly state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            readonly format: string | null;
            readonly formatVersion: string | null;
            /** @description The name under which it first came. */
            readonly name: string;
            /** Format: date-time */
            readonly firstArrivedAt: string;
        };
        /** @description What a check of the file found: what, where, what to do next. */
        readonly Finding: {
            /**
             * @description Stable; listed in docs/errors.md.
             * @example ingest.account_unknown
             */
            readonly code: string;
            /** @enum {string} */
            readonly severity: "refuse" | "warn";
            readonly message: string;
            readonly at: {
                readonly line: number;
                readonly path: string;
            } | null;
            readonly found: string | null;
        };
        /** @description `opening` + `credits` - `debits` = `closing`. */
        readonly StatementProof: {
            readonly opening: components["schemas"]["Amount"];
            readonly credits: components["schemas"]["Amount"];
            readonly debits: components["schemas"]["Amount"];
            readonly closing: components["schemas"]["Amount"];
        };
        /** @description What the bank sent for one account and period. */
        readonly Statement: {
            /** Format: uuid */
            readonly id: string;
            readonly bankAccount: string;
            readonly bankStatementId: string | null;
            readonly sequence: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly fromDate: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly toDate: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            readonly statementDate: string;
            readonly entryCount: number;
            readonly proof: components["schemas"]["StatementProof"];
            readonly findings: readonly components["schemas"]["Finding"][];
        };
        /** @description A statement file, what was found in it, and what it proved. */
        readonly StatementFileHistory: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            readonly sha256: string;
            readonly sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            readonly state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            readonly format: string | null;
            readonly formatVersion: string | null;
            /** @description The name under which it first came. */
            readonly name: string;
            /** Format: date-time */
            readonly firstArrivedAt: string;
            readonly parser: string | null;
            readonly findings: readonly components["schemas"]["Finding"][];
            /** @description The last 100 times it came, latest first. */
            readonly arrivals: readonly {
                readonly name: string;
                /** Format: date-time */
                readonly arrivedAt: string;
            }[];
            readonly statements: readonly components["schemas"]["Statement"][];
        };
        /** @description The bytes are kept; reading them comes next. */
        readonly StoredFile: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            readonly sha256: string;
            readonly sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            readonly state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            /** @description False when these bytes were here before, whatever their name. */
            readonly isNew: boolean;
            /** @description Of a zip with several files: each of them, the first also being told above. */
            readonly members?: readonly {
                readonly name: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                readonly sha256: string;
                readonly sizeBytes: number;
                /**
                 * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
                 * @enum {string}
                 */
                readonly state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
                /** @description False when these bytes were here before, whatever their name. */
                readonly isNew: boolean;
            }[];
        };
        /** @description A file that is quarantined or held, and why. */
        readonly FileSetAside: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            readonly sha256: string;
            readonly sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            readonly state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            readonly format: string | null;
            readonly formatVersion: string | null;
            /** @description The name under which it first came. */
            readonly name: string;
            /** Format: date-time */
            readonly firstArrivedAt: string;
            readonly parser: string | null;
            readonly findings: readonly components["schemas"]["Finding"][];
        };
        /** @description A person's decision about a file that was set aside. */
        readonly Release: {
            /**
             * @description `publish`: despite the doubts that may be overruled. `discard`: not wanted; the bytes are kept.
             * @enum {string}
             */
            readonly as: "publish" | "discard";
            /** @description Kept in the audit chain. */
            readonly reason: string;
        };
        /** @description `stored`: it will be read again; follow its state. */
        readonly FileOutcome: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            readonly sha256: string;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            readonly state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
        };
        /** @description A key, without its secret. */
        readonly ApiKey: {
            /** Format: uuid */
            readonly id: string;
            readonly actor: string;
            /**
             * @description docs/operations.md has the table of what each may.
             * @enum {string}
             */
            readonly role: "viewer" | "clerk" | "approver" | "treasurer" | "admin" | "machine";
            /**
             * @description Null: all ledgers.
             * @example FR01
             */
            readonly ledger: string | null;
            /** @description The part of the key that may be shown. */
            readonly prefix: string;
            readonly createdBy: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly expiresAt: string;
            readonly revokedAt: string | null;
            readonly lastUsedAt: string | null;
        };
        /** @description The statements in `masterFormat` are posted, those in others compared with them; null until the first. */
        readonly BankAccount: {
            readonly identifier: string;
            readonly currency: string;
            readonly name: string;
            readonly glAccount: string;
            readonly masterFormat: string | null;
            /** @description Other numbers under which banks name it. */
            readonly aliases: readonly string[];
            /**
             * @description A statement between is missing.
             * @enum {string}
             */
            readonly onMissingStatement: "hold" | "publish" | "quarantine";
            /**
             * @description One of the two balances is absent.
             * @enum {string}
             */
            readonly onAbsentBalance: "hold" | "publish" | "quarantine";
            /**
             * @description Control totals differ from the entries.
             * @enum {string}
             */
            readonly onTotalsMismatch: "hold" | "publish" | "quarantine";
            /**
             * @description A number of the bank's sequence is missing, though the balances continue.
             * @enum {string}
             */
            readonly onSequenceGap: "hold" | "publish" | "quarantine";
            /**
             * @description The statement does not add up: never published.
             * @enum {string}
             */
            readonly onBalanceMismatch: "hold" | "quarantine";
        };
        /** @description Who has a payment open, and until when: courtesy, no lock. */
        readonly PaymentClaim: {
            readonly actor: string;
            /** Format: date-time */
            readonly claimedUntil: string;
        };
        /** @description Whom a colleague asked to decide; `assignee` null: nobody in particular. */
        readonly PaymentAssignment: {
            readonly assignee: string | null;
            readonly question: string | null;
            readonly assignedBy: string;
            /** Format: date-time */
            readonly assignedAt: string;
        };
        /** @description What the engine suggests, in short; `GET …/payments/{paymentId}/proposals` has its lines and evidence. */
        readonly Suggestion: {
            /** @description Its place: 0 is the best. What accepts or declines it names it. */
            readonly index: number;
            /** @enum {string} */
            readonly selection: "named" | "named_subset" | "range" | "netted" | "mended" | "continued" | "completed" | "across" | "single" | "structured" | "proven" | "collection";
            /** @enum {string} */
            readonly amountClass: "exact" | "discount" | "exchange" | "retention" | "rounding" | "fee" | "partial" | "over" | "short";
            /** @enum {string} */
            readonly payer: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
            /**
             * @description The kind of evidence, in words.
             * @example named full exact iban
             */
            readonly cell: string;
            readonly rivals: number;
            readonly customer: {
                /** Format: uuid */
                readonly id: string;
                readonly code: string;
                readonly name: string;
            } | null;
            /** @description Of the items. */
            readonly currency: string;
            readonly lineCount: number;
            /** @description Document numbers, the first 20. */
            readonly documents: readonly string[];
            readonly writeOff: {
                /** @enum {string} */
                readonly kind: "discount" | "rounding" | "fee" | "exchange";
                /** @example 120.50 */
                readonly amount: string;
                readonly currency: string;
            } | null;
            /** @example 120.50 */
            readonly unapplied: string;
        };
        /** @description A payment that waits for a person, what is suggested, and who is at it. */
        readonly QueuedPayment: {
            readonly payment: components["schemas"]["Payment"];
            readonly bankAccount: {
                readonly identifier: string;
                readonly name: string;
            };
            /** @description Since the payment was booked. */
            readonly ageDays: number;
            /**
             * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `taken_back`: a person took back what was applied.
             * @enum {string}
             */
            readonly reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back";
            readonly claim: components["schemas"]["PaymentClaim"] | null;
            readonly assignment: components["schemas"]["PaymentAssignment"] | null;
            /** @description Best first, three at most; none when nothing was found. */
            readonly suggestions: readonly components["schemas"]["Suggestion"][];
            /** @description What no score overrides, and did not hold. */
            readonly failedGates: readonly ("returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back")[];
            readonly searched: {
                readonly referenceCount: number;
                readonly openItemCount: number;
            } | null;
        };
        /** @description How many payments wait, by reason. */
        readonly ReviewCounts: {
            readonly paymentCount: number;
            /** @description False: there are more; counting stopped. */
            readonly isComplete: boolean;
            /** @description The reasons that occur, most frequent first. */
            readonly reasons: readonly {
                /**
                 * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `taken_back`: a person took back what was applied.
                 * @enum {string}
                 */
                readonly reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back";
                readonly paymentCount: number;
            }[];
        };
        /** @description A suggestion that would be accepted among others. */
        readonly BulkCandidate: {
            /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
            readonly paymentId: string;
            /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
            readonly matchRunId: string;
            /** @description Of the payment. */
            readonly version: number;
            readonly unapplied: components["schemas"]["Amount"];
            readonly counterpartyName: string | null;
            readonly suggestion: components["schemas"]["Suggestion"];
        };
        /** @description What accepting these suggestions would do, limits and approvals aside. */
        readonly BulkPreview: {
            /** @description SHA-256 of `rest` and the list: accepting names both. */
            readonly token: string;
            /**
             * @description What becomes of what a suggestion leaves over.
             * @enum {string}
             */
            readonly rest: "leave" | "on_account";
            /** @description The oldest booking date first. */
            readonly list: readonly components["schemas"]["BulkCandidate"][];
            /** @description By currency of the payments. */
            readonly sums: readonly {
                readonly currency: string;
                readonly paymentCount: number;
                /** @example 120.50 */
                readonly paid: string;
                /** @example 120.50 */
                readonly writtenOff: string;
                /** @example 120.50 */
                readonly leftOver: string;
            }[];
            /** @description Left out: not as the run saw them any more. */
            readonly changedCount: number;
            /** @description Left out: somebody has to look at each of these. */
            readonly keptCount: number;
            /** @description False: there are more of the kind; preview again after accepting. */
            readonly isComplete: boolean;
        };
        /** @description What became of one of many suggestions. */
        readonly BulkOutcome: {
            /** Format: uuid */
            readonly paymentId: string;
            /**
             * Format: uuid
             * @description Made of the `Idempotency-Key` and the payment.
             */
            readonly commandId: string;
            /** @enum {string} */
            readonly state: "done" | "waiting" | "rejected" | "withdrawn" | "refused";
            /** @description Of the refusal; docs/errors.md has the list. */
            readonly code: string | null;
            readonly problem: string | null;
        };
        /** @description What became of each; the same however often it is asked with the same key. */
        readonly BulkResult: {
            readonly doneCount: number;
            /** @description For a second person. */
            readonly waitingCount: number;
            readonly refusedCount: number;
            /** @description In the order of the list. */
            readonly outcomes: readonly components["schemas"]["BulkOutcome"][];
        };
        /** @description A suggestion, its arithmetic, and the books as they stand now. */
        readonly StandingProposal: {
            /** @description Its place: 0 is the best, the next is the runner-up. */
            readonly index: number;
            /** @description Payment and items are as it saw them: else accepting it is refused. */
            readonly isStanding: boolean;
            readonly customer: {
                /** Format: uuid */
                readonly id: string;
                readonly code: string;
                readonly name: string;
            } | null;
            /** @description paid = debits − credits − writtenOff + leftOver; for items in another currency the rate stands between them. */
            readonly arithmetic: {
                readonly paid: components["schemas"]["Amount"];
                readonly debits: components["schemas"]["Amount"];
                readonly credits: components["schemas"]["Amount"];
                readonly writtenOff: components["schemas"]["Amount"];
                readonly leftOver: components["schemas"]["Amount"];
            };
            /** @description The items of its lines as they stand now. */
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly residual: components["schemas"]["Amount"];
                readonly disputed: components["schemas"]["Amount"];
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                readonly issueDate: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                readonly dueDate: string;
            }[];
            readonly proposal: components["schemas"]["Proposal"];
        };
        /** @description What the engine suggests for a payment, and on what grounds. */
        readonly PaymentProposals: {
            readonly payment: components["schemas"]["Payment"];
            readonly run: {
                /** Format: uuid */
                readonly id: string;
                readonly runNumber: number;
                /** Format: date-time */
                readonly decidedAt: string;
            } | null;
            readonly failedGates: readonly ("returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back")[];
            readonly searched: {
                readonly referenceCount: number;
                readonly openItemCount: number;
            } | null;
            /** @description Best first. `found` in their evidence counts lines of `payment.remittance` and their characters from 0; `rivals` is how many other sets of items explain the payment as well. */
            readonly proposals: readonly components["schemas"]["StandingProposal"][];
        };
        /** @description The certificate of the decision that stands, and the run that made it. */
        readonly DecidedCertificate: {
            readonly run: {
                /** Format: uuid */
                readonly id: string;
                readonly runNumber: number;
                /** Format: date-time */
                readonly decidedAt: string;
            };
            readonly certificate: components["schemas"]["MatchCertificate"];
        };
        /** @description A run over the payments of one currency, and how far it is applied. */
        readonly MatchRun: {
            /** Format: uuid */
            readonly id: string;
            readonly runNumber: number;
            /**
             * @description `applied` when no chunk is left; `cancelled` when those that were left never will be.
             * @enum {string}
             */
            readonly state: "applying" | "applied" | "cancelled";
            readonly currency: string;
            readonly engine: string;
            /** Format: date-time */
            readonly decidedAt: string;
            /** @description Payments that the run decided on. */
            readonly paymentCount: number;
            readonly chunkCount: number;
            readonly appliedChunkCount: number;
            /** @description Payments applied so far. */
            readonly appliedCount: number;
            /** @description Payments put into the review queue so far. */
            readonly reviewCount: number;
            readonly cancelled: {
                readonly actor: string;
                /** Format: date-time */
                readonly cancelledAt: string;
            } | null;
        };
        /** @description The runs that will be made. */
        readonly MatchingRequested: {
            /** @description Those with unapplied payments: one run each. */
            readonly currencies: readonly string[];
        };
        /** @description What a run would do now; nothing was done. */
        readonly DryRun: {
            readonly currency: string;
            /** @description Payments that wait now. */
            readonly paymentCount: number;
            /** @description Of these, what a run would apply. */
            readonly appliedCount: number;
            readonly reviewCount: number;
            /** @description By which rule, the most frequent first. */
            readonly rules: readonly {
                readonly rule: string;
                readonly count: number;
            }[];
            /** @description Why the others would wait, the most frequent first. */
            readonly reasons: readonly {
                /**
                 * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `taken_back`: a person took back what was applied.
                 * @enum {string}
                 */
                readonly reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back";
                readonly count: number;
            }[];
        };
        /** @description The data of a `progress` event. */
        readonly MatchProgress: {
            /**
             * @description `idle`: nothing is asked for. `waiting`: for somebody to take it. `deciding`: nothing is recorded yet. `dead`: it failed too often; ask for matching again.
             * @enum {string}
             */
            readonly state: "idle" | "waiting" | "deciding" | "applying" | "applied" | "cancelled" | "dead";
            readonly currency: string;
            /** Format: uuid */
            readonly runId: string | null;
            readonly runNumber: number | null;
            readonly paymentCount: number | null;
            readonly chunkCount: number | null;
            readonly appliedChunkCount: number | null;
            readonly appliedCount: number | null;
            readonly reviewCount: number | null;
            readonly attempt: number | null;
            readonly problem: string | null;
        };
        /** @description Work that waits, runs or has failed; what is done is gone. */
        readonly Job: {
            readonly id: string;
            /** @description `publish` files, `match` payments, and what else waits. */
            readonly queue: string;
            /** @description Of matching: the currency. */
            readonly key: string;
            /**
             * @description `failed`: tried again at `runAt`. `dead`: when somebody asks for the same again.
             * @enum {string}
             */
            readonly state: "waiting" | "running" | "failed" | "dead";
            readonly attempt: number;
            /** Format: date-time */
            readonly runAt: string;
            /** Format: date-time */
            readonly leaseUntil: string | null;
            readonly worker: string | null;
            readonly problem: string | null;
            /** Format: uuid */
            readonly matchRunId: string | null;
            readonly cancelRequestedBy: string | null;
        };
        /** @description A run decided again on the books as they were, compared with what it decided. */
        readonly Replay: {
            /** Format: uuid */
            readonly matchRunId: string;
            readonly runNumber: number;
            readonly engineThen: string;
            /** @description Another engine than then may well decide otherwise. */
            readonly engineNow: string;
            readonly paymentCount: number;
            /** @description The inputs found again have the SHA-256 that the run noted. */
            readonly hasSameInputs: boolean;
            /** @description Same inputs, and every decision the same to the byte. */
            readonly isIdentical: boolean;
            readonly identicalCount: number;
            readonly differenceCount: number;
            /** @description The first 100, by payment. */
            readonly differences: readonly {
                /** Format: uuid */
                readonly paymentId: string;
                readonly recorded: {
                    /** @enum {string} */
                    readonly action: "apply" | "review";
                    readonly reason: string | null;
                    readonly rule: string | null;
                    readonly documents: readonly string[];
                } | null;
                readonly replayed: {
                    /** @enum {string} */
                    readonly action: "apply" | "review";
                    readonly reason: string | null;
                    readonly rule: string | null;
                    readonly documents: readonly string[];
                } | null;
                /** @description Fields of the certificate, and `unapplied`, `round` and `lines` of the decision. */
                readonly differsIn: readonly string[];
            }[];
        };
        /** @description What another setting would have applied in nights that are over. */
        readonly BackTest: {
            readonly runNumbers: readonly number[];
            readonly paymentCount: number;
            readonly calibration: {
                /**
                 * @description `shadow`: too little was confirmed before these runs.
                 * @enum {string}
                 */
                readonly mode: "off" | "shadow" | "on";
                readonly confirmedCount: number;
            } | null;
            readonly before: {
                readonly applied: number;
                readonly right: number;
                readonly wrong: number;
                /** @description Of those applied: nobody has applied them in the end. */
                readonly unconfirmed: number;
            };
            readonly after: {
                readonly applied: number;
                readonly right: number;
                readonly wrong: number;
                /** @description Of those applied: nobody has applied them in the end. */
                readonly unconfirmed: number;
            };
            readonly caseCount: number;
            /** @description Payments on which the setting makes a difference, or that it would apply wrongly: these first. */
            readonly cases: readonly {
                /** Format: uuid */
                readonly paymentId: string;
                readonly runNumber: number;
                /** @enum {string|null} */
                readonly before: "right" | "wrong" | "unconfirmed" | null;
                /** @enum {string|null} */
                readonly after: "right" | "wrong" | "unconfirmed" | null;
                readonly rule: string | null;
                readonly reason: string | null;
                readonly cell: string | null;
                readonly documents: readonly string[];
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly status: "up";
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It does. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly status: "ready";
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As the audit names them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly actor: string;
                        readonly grants: readonly {
                            /**
                             * @description Null: all ledgers.
                             * @example FR01
                             */
                            readonly ledger: string | null;
                            /**
                             * @description docs/operations.md has the table of what each may.
                             * @enum {string}
                             */
                            readonly role: "viewer" | "clerk" | "approver" | "treasurer" | "admin" | "machine";
                        }[];
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listApiKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ApiKey"][];
                        readonly next: null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "actor": "erp",
                 *       "role": "machine",
                 *       "ledger": "FR01",
                 *       "days": 365
                 *     }
                 */
                readonly "application/json": {
                    /** @description Who acts by it, for the audit. */
                    readonly actor: string;
                    /**
                     * @description docs/operations.md has the table of what each may.
                     * @enum {string}
                     */
                    readonly role: "viewer" | "clerk" | "approver" | "treasurer" | "admin" | "machine";
                    /**
                     * @description Null: all ledgers.
                     * @example FR01
                     */
                    readonly ledger: string | null;
                    readonly days: number;
                };
            };
        };
        readonly responses: {
            /** @description The key. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly id: string;
                        /** @description Keep it: nobody can show it again. */
                        readonly key: string;
                        /** Format: date-time */
                        readonly expiresAt: string;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly apiKeyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is revoked. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listLedgers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All in which who asks has a role: they are few. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly code: string;
                            readonly name: string;
                        }[];
                        readonly next: null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listStatementFiles: {
        readonly parameters: {
            readonly query?: {
                /** @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted. */
                readonly state?: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
                readonly limit?: number;
                /** @description `next` of the page before. */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of statement files. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["StatementFile"][];
                        /** @description Null on the last page. */
                        readonly next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly storeStatementFile: {
        readonly parameters: {
            readonly query: {
                /** @description The name under which the file came; its identity is the SHA-256 of its bytes. */
                readonly name: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        /** @description The bytes of a statement file, or of a zip or gzip with statement files. */
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": unknown;
                readonly "application/xml": unknown;
                readonly "application/zip": unknown;
                readonly "application/gzip": unknown;
                readonly "text/plain": unknown;
            };
        };
        readonly responses: {
            /** @description The bytes are kept; reading them comes next. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StoredFile"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getStatementFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A statement file, what was found in it, and what it proved. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StatementFileHistory"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listQuarantine: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description `next` of the page before. */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of files. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["FileSetAside"][];
                        /** @description Null on the last page. */
                        readonly next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getFileSetAside: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A statement file, what was found in it, and what it proved. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StatementFileHistory"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getFileBytes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file as it came. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly retryFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description `stored`: it will be read again; follow its state. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileOutcome"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly releaseFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                readonly sha256: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Release"];
            };
        };
        readonly responses: {
            /** @description `stored`: it will be read again; follow its state. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileOutcome"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listBankAccounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them: they are few. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["BankAccount"][];
                        readonly next: null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listPayments: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "received" | "applied" | "in_review";
                /** @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`. */
                readonly side?: "credit" | "debit";
                /** @example 2026-03-31 */
                readonly bookedFrom?: string;
                /** @example 2026-03-31 */
                readonly bookedTo?: string;
                readonly limit?: number;
                /** @description `next` of the page before. */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of payments. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Payment"][];
                        /** @description Null on the last page. */
                        readonly next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A payment, what it was applied to, and why. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaymentHistory"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listProposals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the engine suggests for a payment, and on what grounds. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaymentProposals"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCertificate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The certificate of the decision that stands, and the run that made it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecidedCertificate"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listOpenItems: {
        readonly parameters: {
            readonly query?: {
                /** @description The customer's code in the ERP. */
                readonly customer?: string;
                /** @description `open` while something is left of the item. */
                readonly status?: "open" | "closed";
                /** @example 2026-03-31 */
                readonly dueBefore?: string;
                readonly limit?: number;
                /** @description `next` of the page before. */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of open items. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["OpenItem"][];
                        /** @description Null on the last page. */
                        readonly next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getOpenItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly openItemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An open item and all that cleared it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OpenItemHistory"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listReviewQueue: {
        readonly parameters: {
            readonly query?: {
                /** @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `taken_back`: a person took back what was applied. */
                readonly reason?: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back";
                /** @description Its identifier: an IBAN, or what the bank calls it. */
                readonly bankAccount?: string;
                /** @example EUR */
                readonly currency?: string;
                /** @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`. */
                readonly side?: "credit" | "debit";
                /**
                 * @description The least of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                readonly amountFrom?: string;
                /**
                 * @description The most of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                readonly amountTo?: string;
                /** @example 2026-03-31 */
                readonly bookedFrom?: string;
                /** @example 2026-03-31 */
                readonly bookedTo?: string;
                /** @description At least these days since the payment was booked. */
                readonly ageFrom?: number;
                /** @description At most these days since the payment was booked. */
                readonly ageTo?: number;
                /** @description Of the best suggestion. */
                readonly customerId?: string;
                /** @description Whom a colleague asked. */
                readonly assignee?: string;
                /** @description `false`: nobody in particular was asked. */
                readonly isAssigned?: boolean;
                /** @description Whether somebody has it open at the moment. */
                readonly isClaimed?: boolean;
                /**
                 * @description Words (8 at most) that all occur in the name of the payer or in the remittance, in any case.
                 * @example martin F-2026
                 */
                readonly text?: string;
                /** @description `age` is `bookingDate` turned round. `amount` is what is left, and needs a `currency`. */
                readonly sort?: "bookingDate" | "age" | "amount";
                /** @description Unless said: the oldest and the greatest first. */
                readonly order?: "ascending" | "descending";
                readonly limit?: number;
                /** @description `next` of the page before. */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the review queue. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["QueuedPayment"][];
                        /** @description Null on the last page. */
                        readonly next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly countReviewQueue: {
        readonly parameters: {
            readonly query?: {
                /** @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `taken_back`: a person took back what was applied. */
                readonly reason?: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back";
                /** @description Its identifier: an IBAN, or what the bank calls it. */
                readonly bankAccount?: string;
                /** @example EUR */
                readonly currency?: string;
                /** @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`. */
                readonly side?: "credit" | "debit";
                /**
                 * @description The least of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                readonly amountFrom?: string;
                /**
                 * @description The most of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                readonly amountTo?: string;
                /** @example 2026-03-31 */
                readonly bookedFrom?: string;
                /** @example 2026-03-31 */
                readonly bookedTo?: string;
                /** @description At least these days since the payment was booked. */
                readonly ageFrom?: number;
                /** @description At most these days since the payment was booked. */
                readonly ageTo?: number;
                /** @description Of the best suggestion. */
                readonly customerId?: string;
                /** @description Whom a colleague asked. */
                readonly assignee?: string;
                /** @description `false`: nobody in particular was asked. */
                readonly isAssigned?: boolean;
                /** @description Whether somebody has it open at the moment. */
                readonly isClaimed?: boolean;
                /**
                 * @description Words (8 at most) that all occur in the name of the payer or in the remittance, in any case.
                 * @example martin F-2026
                 */
                readonly text?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How many payments wait, by reason. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReviewCounts"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly claimPayment: {
        readonly parameters: {
            readonly query?: {
                /** @description From whoever has it open. */
                readonly takeOver?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who has a payment open, and until when: courtesy, no lock. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaymentClaim"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly releasePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One does not have it open. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly assignPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "assignee": "paul.durand",
                 *       "question": "Is this the retention of the Lyon site?"
                 *     }
                 */
                readonly "application/json": {
                    readonly assignee: string | null;
                    readonly question?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description It stands so. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly previewBulkAccept: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "reason": "not_certain",
                 *         "cell": "named full exact good"
                 *       },
                 *       "rest": "leave",
                 *       "limit": 100
                 *     }
                 */
                readonly "application/json": {
                    readonly filter: {
                        /**
                         * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `taken_back`: a person took back what was applied.
                         * @enum {string}
                         */
                        readonly reason?: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "taken_back";
                        /** @description Its identifier: an IBAN, or what the bank calls it. */
                        readonly bankAccount?: string;
                        /** @example EUR */
                        readonly currency?: string;
                        /**
                         * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
                         * @enum {string}
                         */
                        readonly side?: "credit" | "debit";
                        /**
                         * @description The least of what is left of the payment, in `currency`, which is needed with it.
                         * @example 120.50
                         */
                        readonly amountFrom?: string;
                        /**
                         * @description The most of what is left of the payment, in `currency`, which is needed with it.
                         * @example 120.50
                         */
                        readonly amountTo?: string;
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        readonly bookedFrom?: string;
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        readonly bookedTo?: string;
                        /** @description At least these days since the payment was booked. */
                        readonly ageFrom?: number;
                        /** @description At most these days since the payment was booked. */
                        readonly ageTo?: number;
                        /**
                         * Format: uuid
                         * @description Of the best suggestion.
                         */
                        readonly customerId?: string;
                        /** @description Whom a colleague asked. */
                        readonly assignee?: string;
                        /** @description `false`: nobody in particular was asked. */
                        readonly isAssigned?: boolean;
                        /** @description Whether somebody has it open at the moment. */
                        readonly isClaimed?: boolean;
                        /**
                         * @description Words (8 at most) that all occur in the name of the payer or in the remittance, in any case.
                         * @example martin F-2026
                         */
                        readonly text?: string;
                        /**
                         * @description The kind of evidence, in words.
                         * @example named full short iban
                         */
                        readonly cell?: string;
                        /** @enum {string} */
                        readonly selection?: "named" | "named_subset" | "range" | "netted" | "mended" | "continued" | "completed" | "across" | "single" | "structured" | "proven" | "collection";
                        /** @enum {string} */
                        readonly reference?: "none" | "typed" | "cut" | "short" | "order" | "partial" | "full" | "structured";
                        /** @enum {string} */
                        readonly amountClass?: "exact" | "discount" | "exchange" | "retention" | "rounding" | "fee" | "partial" | "over" | "short";
                        /** @enum {string} */
                        readonly payer?: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
                    };
                    /**
                     * @description What becomes of what a suggestion leaves over.
                     * @enum {string}
                     */
                    readonly rest?: "leave" | "on_account";
                    /** @default 500 */
                    readonly limit?: number;
                };
            };
        };
        readonly responses: {
            /** @description What accepting these suggestions would do, limits and approvals aside. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkPreview"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly bulkAccept: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "token": "3f1c0d7a5b9e4f2a8c6d1e0b7a9f5c3d2e4b6a8c0f1d3e5a7b9c1d2e3f4a5b6c",
                 *       "rest": "leave",
                 *       "list": [
                 *         {
                 *           "paymentId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *           "matchRunId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *           "version": 1
                 *         }
                 *       ],
                 *       "reason": "Named in full, from known accounts: looked through the list."
                 *     }
                 */
                readonly "application/json": {
                    /** @description SHA-256 of `rest` and the list: accepting names both. */
                    readonly token: string;
                    /**
                     * @description What becomes of what a suggestion leaves over.
                     * @enum {string}
                     */
                    readonly rest: "leave" | "on_account";
                    readonly list: readonly {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        readonly paymentId: string;
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        readonly matchRunId: string;
                        /** @description Of the payment. */
                        readonly version: number;
                    }[];
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description What became of each; the same however often it is asked with the same key. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMatchRuns: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                /** @description `next` of the page before. */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of match runs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["MatchRun"][];
                        /** @description Null on the last page. */
                        readonly next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly requestMatching: {
        readonly parameters: {
            readonly query?: {
                /** @example EUR */
                readonly currency?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The runs that will be made. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatchingRequested"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMatchRun: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly matchRunId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A run over the payments of one currency, and how far it is applied. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatchRun"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly cancelMatchRun: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly matchRunId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A run over the payments of one currency, and how far it is applied. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatchRun"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly followMatching: {
        readonly parameters: {
            readonly query: {
                /** @example EUR */
                readonly currency: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events `progress` with a `MatchProgress` whenever it changes, and `end` when nothing more comes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly followMatchRun: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly matchRunId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events `progress` with a `MatchProgress` whenever it changes, and `end` when nothing more comes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replayMatchRun: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly matchRunId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A run decided again on the books as they were, compared with what it decided. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly backTestSetting: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "currency": "EUR",
                 *       "runCount": 20,
                 *       "withoutRules": [
                 *         "collection"
                 *       ],
                 *       "budget": {
                 *         "wrong": 1,
                 *         "of": 10000
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    /** @default EUR */
                    readonly currency?: string;
                    /**
                     * @description The latest runs, this many at most.
                     * @default 10
                     */
                    readonly runCount?: number;
                    /** @description Rules of the ladder to switch off. */
                    readonly withoutRules?: readonly ("collection" | "structured_reference" | "full_reference" | "full_reference_difference" | "partial_reference" | "range" | "named_subset" | "netted" | "mended" | "misread" | "continued" | "completed" | "part" | "single" | "structured_set" | "proven_set")[];
                    readonly budget?: {
                        readonly wrong: number;
                        readonly of: number;
                    } | null;
                };
            };
        };
        readonly responses: {
            /** @description What another setting would have applied in nights that are over. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackTest"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly dryRunMatching: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "currency": "EUR"
                 *     }
                 */
                readonly "application/json": {
                    /** @example EUR */
                    readonly currency: string;
                };
            };
        };
        readonly responses: {
            /** @description What a run would do now; nothing was done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMatchRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All: they are few. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly rule: string;
                            readonly isOn: boolean;
                        }[];
                        readonly next: null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listJobs: {
        readonly parameters: {
            readonly query?: {
                readonly queue?: string;
                readonly state?: "waiting" | "running" | "failed" | "dead";
                readonly limit?: number;
                /** @description `next` of the page before. */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of jobs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Job"][];
                        /** @description Null on the last page. */
                        readonly next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly cancelJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It stops, or has. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /**
                         * @description `removed`: nobody was at it. `requested`: it stops where it leaves whole books.
                         * @enum {string}
                         */
                        readonly state: "removed" | "requested";
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly settlePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                readonly "If-Match": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "parts": [
                 *         {
                 *           "use": "items",
                 *           "lines": [
                 *             {
                 *               "openItemId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *               "residual": "1200.00",
                 *               "cleared": "1200.00"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    readonly parts: readonly components["schemas"]["PaymentPart"][];
                    /** @description Keep in mind that this payer pays for the customer of the items. */
                    readonly learnPayer?: boolean;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /** @description Of the payment, from now on. */
                            readonly version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            readonly unconfirmed: readonly string[];
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /** @description Of the payment, from now on. */
                            readonly version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            readonly unconfirmed: readonly string[];
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly acceptProposal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                readonly "If-Match": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly matchRunId: string;
                readonly index: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "rest": "leave",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description What becomes of what is left over.
                     * @enum {string}
                     */
                    readonly rest: "leave" | "on_account";
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /** @description Of the payment, from now on. */
                            readonly version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            readonly unconfirmed: readonly string[];
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /** @description Of the payment, from now on. */
                            readonly version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            readonly unconfirmed: readonly string[];
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly declineProposal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly matchRunId: string;
                readonly index: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly declinedCount: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly declinedCount: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly applyCollection: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                readonly "If-Match": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reference": "PRLV-2026-03",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    readonly reference: string;
                    /** @description One debit; absent: all. */
                    readonly endToEndId?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly returnPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                readonly "If-Match": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly paymentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "postingId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *       "lines": [
                 *         {
                 *           "openItemId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *           "amount": "1200.00"
                 *         }
                 *       ],
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * Format: uuid
                     * @description By which the other payment was used.
                     */
                    readonly postingId: string;
                    readonly lines: readonly {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        readonly openItemId: string;
                        /**
                         * @description A decimal > 0, in the currency of the payment or item that it is about.
                         * @example 120.50
                         */
                        readonly amount: string;
                    }[];
                    /**
                     * @description What the bank kept of the same amount.
                     * @example 120.50
                     */
                    readonly fee?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            readonly version: number;
                            readonly returnReason: string | null;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            readonly version: number;
                            readonly returnReason: string | null;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly netItems: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "openItemId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *           "residual": "1200.00",
                 *           "cleared": "200.00"
                 *         },
                 *         {
                 *           "openItemId": "1c2d3e4f-5061-8b72-9384-a5b6c7d8e9f0",
                 *           "residual": "200.00",
                 *           "cleared": "200.00"
                 *         }
                 *       ],
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    readonly lines: readonly {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        readonly openItemId: string;
                        /**
                         * @description What was left of the item when it was looked at.
                         * @example 120.50
                         */
                        readonly residual: string;
                        /**
                         * @description A decimal > 0, in the currency of the payment or item that it is about.
                         * @example 120.50
                         */
                        readonly cleared: string;
                    }[];
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly writeOff: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly openItemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "residual": "0.02",
                 *       "amount": "0.02",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    readonly residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    readonly amount: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly transferItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly openItemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "residual": "500.00",
                 *       "amount": "500.00",
                 *       "toCustomerId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    readonly residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    readonly amount: string;
                    /** Format: uuid */
                    readonly toCustomerId: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            readonly openItemId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            readonly openItemId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly refundCredit: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                readonly openItemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "residual": "80.00",
                 *       "amount": "80.00",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    readonly residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    readonly amount: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            readonly openItemId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            readonly openItemId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reversePosting: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                readonly postingId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly postingId: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly openDispute: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "openItemId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *       "residual": "120.00",
                 *       "amount": "120.00",
                 *       "openedFrom": "short_payment",
                 *       "category": "A",
                 *       "reasonCode": "price",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                    readonly openItemId: string;
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    readonly residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    readonly amount: string;
                    /** @enum {string} */
                    readonly openedFrom: "short_payment" | "residual" | "invoice" | "return";
                    /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                    readonly paymentId?: string;
                    /**
                     * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                     * @enum {string}
                     */
                    readonly category: "A" | "B" | "C" | "D" | "E";
                    /** @example price */
                    readonly reasonCode: string;
                    readonly owner?: string;
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    readonly dueDate?: string;
                    readonly comment?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly disputeId: string;
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** Format: uuid */
                            readonly disputeId: string;
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeDispute: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                readonly "If-Match": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                readonly disputeId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "comment": "Delivery note asked for.",
                 *       "owner": "claire.martin",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    readonly comment?: string;
                    readonly owner?: string | null;
                    readonly department?: string | null;
                    readonly dueDate?: string | null;
                    /**
                     * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                     * @enum {string}
                     */
                    readonly category?: "A" | "B" | "C" | "D" | "E";
                    /** @example price */
                    readonly reasonCode?: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    readonly amount?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly resolveDispute: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                readonly "If-Match": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                readonly disputeId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "resolution": "payment",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /** @enum {string} */
                    readonly resolution: "credit_note" | "write_off" | "payment" | "rejection";
                    readonly credit?: {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        readonly openItemId: string;
                        /**
                         * @description What was left of the item when it was looked at.
                         * @example 120.50
                         */
                        readonly residual: string;
                    };
                    readonly comment?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                            /** Format: uuid */
                            readonly postingId?: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                            /** Format: uuid */
                            readonly postingId?: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reopenDispute: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                readonly "If-Match": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                readonly disputeId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "comment": "The credit note was for another invoice.",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    readonly comment?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                            readonly amount: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /** @description Of the dispute, from now on. */
                            readonly version: number;
                            readonly amount: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly setDisputeReason: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                /** @example price */
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "category": "B",
                 *       "label": "Broken in transit",
                 *       "department": "Logistics",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                     * @enum {string}
                     */
                    readonly category: "A" | "B" | "C" | "D" | "E";
                    readonly label: string;
                    readonly department?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly code: string;
                            /**
                             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                             * @enum {string}
                             */
                            readonly category: "A" | "B" | "C" | "D" | "E";
                            readonly label: string;
                            readonly department: string | null;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly code: string;
                            /**
                             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                             * @enum {string}
                             */
                            readonly category: "A" | "B" | "C" | "D" | "E";
                            readonly label: string;
                            readonly department: string | null;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly setTolerances: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "writeOff": "5.00",
                 *       "writeOffBp": 100,
                 *       "writeOffMonthly": "20.00",
                 *       "approveWriteOff": "2.00",
                 *       "approveRefund": "500.00",
                 *       "approveTransfer": "1000.00",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /** @description The most that is written off of one document, in the base currency. */
                    readonly writeOff: string;
                    /** @description And the share of it, in 1/10,000. */
                    readonly writeOffBp: number;
                    /** @description The most of one customer in a calendar month, in the base currency. */
                    readonly writeOffMonthly: string;
                    /** @description Above, a write-off needs a second person, in the base currency. */
                    readonly approveWriteOff: string;
                    /** @description Above, a refund does, in the base currency. */
                    readonly approveRefund: string;
                    /** @description Above, a transfer between customers does, in the base currency. */
                    readonly approveTransfer: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly version: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly closePeriod: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "closedThrough": "2026-03-31",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    readonly closedThrough: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /**
                             * Format: date
                             * @example 2026-03-31
                             */
                            readonly closedThrough: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            /**
                             * Format: date
                             * @example 2026-03-31
                             */
                            readonly closedThrough: string;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly confirmPayer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                readonly "Idempotency-Key": string;
            };
            readonly path: {
                /** @example FR01 */
                readonly ledger: string;
                readonly customerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "iban": "FR7630006000011234567890189",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                readonly "application/json": {
                    /** @example FR7630006000011234567890189 */
                    readonly iban: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly confirmedCount: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uuid */
                        readonly commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        readonly state: "done" | "waiting" | "rejected" | "withdrawn";
                        readonly outcome: {
                            readonly confirmedCount: number;
                        } | null;
                        readonly approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
