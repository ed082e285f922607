/** Made by `npm run client:generate` from docs/openapi.json of SHA-256 0c20e955bf1b821cab1b61e05c69d56d8d1e3d85e19036075b63590300d9028c. */
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process up? Says nothing of the database. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can the service work: does the database answer? */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say who asks, and the roles that they have. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys, those that are over too; the latest made first. */
        get: operations["listApiKeys"];
        put?: never;
        /** Make a key. It is in this answer and nowhere else. */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Have a key open nothing from now on. Doing it again changes nothing. */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ledgers, in the order in which they were opened. */
        get: operations["listLedgers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/statement-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the statement files, the latest to arrive first. */
        get: operations["listStatementFiles"];
        put?: never;
        /**
         * Keep a statement file; it is read and published afterwards.
         * @description The body is the file, byte for byte. The same bytes again, under any name, are the same file. Follow its `state` at the address in `Location`. A zip or gzip is opened, and what is in it is kept, file by file.
         */
        post: operations["storeStatementFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/statement-files/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a statement file: its findings, the names it came under, its statements with their proof. */
        get: operations["getStatementFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files that are quarantined or held, each with its reason; the latest to arrive first. */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/quarantine/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a file with its reason, its place, the parser that read it, and when it came. */
        get: operations["getFileSetAside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/quarantine/{sha256}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give out a file byte for byte, as it came. */
        get: operations["getFileBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/quarantine/{sha256}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a file again with the parser as it is now. */
        post: operations["retryFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/quarantine/{sha256}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a file that was set aside: publish it despite its doubts, or discard it. */
        post: operations["releaseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the bank accounts with their settings. */
        get: operations["listBankAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payments, the newest booking date first. */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a payment: where the bank said it, what it was applied to, and why. */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what is suggested for a payment: lines, evidence, arithmetic, and whether it still holds.
         * @description The best and the next two. None while no run has looked at the payment, or when it found nothing.
         */
        get: operations["listProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show why a payment was applied by itself or put into the queue: the certificate in full.
         * @description As the run wrote it down: it can be checked without the engine.
         */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List open items, closed ones too, the earliest due date first. */
        get: operations["listOpenItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items/{openItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an open item and all that cleared it. */
        get: operations["getOpenItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/review-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the payments that wait for a person, with suggestions and who is at them.
         * @description A cursor continues the list that gave it: with the same filters, sort and order. Payments that come or go meanwhile make no other appear twice or not at all.
         */
        get: operations["listReviewQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/review-queue/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the payments that wait by reason, under the same filters as the list. */
        get: operations["countReviewQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/review-queue/{paymentId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one has a payment open, for two minutes; the same again to go on.
         * @description Courtesy, no lock: it keeps nobody from deciding, and what is decided is held to the version of the payment.
         */
        put: operations["claimPayment"];
        post?: never;
        /** Say that one no longer has a payment open; the claim of somebody else stays. */
        delete: operations["releasePayment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/review-queue/{paymentId}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ask a colleague to decide about a payment, or nobody in particular again.
         * @description The audit chain keeps who asked whom, and what.
         */
        put: operations["assignPayment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/review-queue/bulk-accept/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what accepting the best suggestion of each payment of a kind would do; nothing is done.
         * @description By the filters of the queue and by evidence. Only payments that wait because no rule is certain, because the amount differs or because the difference is not booked by itself, with one explanation: the others want to be looked at one by one. Limits are not tried here: what passes one waits for a second person.
         */
        post: operations["previewBulkAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/review-queue/bulk-accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the suggestions of a preview, each as a command of its own.
         * @description Each is held to the version of its payment and to every limit. Asked again with the same key after a crash, what was done is answered and the rest is done.
         */
        post: operations["bulkAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the match runs, the latest first. */
        get: operations["listMatchRuns"];
        put?: never;
        /**
         * Ask for a run over the unapplied payments of every currency, or of one.
         * @description Runs appear in the list once their decisions are made; `…/match-runs/progress` follows them before. Asking while one waits is asking once.
         */
        post: operations["requestMatching"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs/{matchRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a match run and how far it is applied. */
        get: operations["getMatchRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs/{matchRunId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a run: what of it is not applied never is.
         * @description What is applied stays; the other payments wait as they did, for the next run or a person. Asking again changes nothing. Matching that is not decided yet is stopped as a job.
         */
        post: operations["cancelMatchRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the matching that is asked for in a currency, decided or not, until it is applied.
         * @description Close it on `end`. It ends without one when the service stops and after a quarter of an hour: ask again then, as `EventSource` does by itself. A comment every 15 seconds keeps it open.
         */
        get: operations["followMatching"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs/{matchRunId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow how far a run is applied.
         * @description Close it on `end`. It ends without one when the service stops and after a quarter of an hour: ask again then, as `EventSource` does by itself. A comment every 15 seconds keeps it open.
         */
        get: operations["followMatchRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs/{matchRunId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a run again on the books as they were, and compare.
         * @description The certificates are compared byte by byte. One question is answered at a time; a large run takes as long as its night did.
         */
        post: operations["replayMatchRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try another setting on nights that are over, against what is confirmed by now.
         * @description Each run is decided again on its own inputs, whole. `budget` calibrates the ladder from what was confirmed before these runs.
         */
        post: operations["backTestSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-runs/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a run over the payments of a currency would apply now; nothing is written.
         * @description Made while the caller waits, as long as a run takes to decide. One question is answered at a time.
         */
        post: operations["dryRunMatching"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rules by which the service applies a payment by itself, the surest first.
         * @description A back-test tries what switching some of them off would have done.
         */
        get: operations["listMatchRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the work that waits, runs or has failed, the latest asked for first. */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop matching that waits, is being decided, or is being applied.
         * @description What is applied stays. The run that was decided for the job is cancelled, as by its own route.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use a payment, or parts of it: for open items, on account, as an advance, or as no receivable at all.
         * @description One posting, all parts or none. Each line says what was left of the item when it was looked at, what is cleared of it, and which differences (discount, write-off, bank charge, retention) are not paid.
         */
        post: operations["settlePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a suggestion of the engine as it stands. */
        post: operations["acceptProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a suggestion is wrong: it is not made again for this payment. */
        post: operations["declineProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}/apply-collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which collection of direct debits, or which debit of it, a payment brought in. */
        post: operations["applyCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/payments/{paymentId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a payment takes back what another paid: the items are open again, with their old due dates. */
        post: operations["returnPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items/net": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clear invoices and credit notes of one customer against each other, without money. */
        post: operations["netItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items/{openItemId}/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write an amount of an item off, within the limits of the ledger. */
        post: operations["writeOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items/{openItemId}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a claim, or money on account, to another customer. */
        post: operations["transferItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items/{openItemId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a credit of the customer back: it waits, as owed, for the payment that does it. */
        post: operations["refundCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/postings/{postingId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a posting back, whole: an undo that an auditor can follow. */
        post: operations["reversePosting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a dispute about an amount of an open item. */
        post: operations["openDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/disputes/{disputeId}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on a dispute, hand it over, reschedule it, or correct its cause or amount. */
        post: operations["changeDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/disputes/{disputeId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a dispute: by a credit note, a write-off, a payment, or by rejecting it.
         * @description But for a rejection, the amount has been cleared of the item; or `credit` names the credit note.
         */
        post: operations["resolveDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/disputes/{disputeId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a resolved dispute again. */
        post: operations["reopenDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/dispute-reasons/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add a reason of the ledger's own, or give one another name or department. */
        put: operations["setDisputeReason"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/tolerances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what may be written off, and from which amount on two people are needed. Takes two people itself. */
        put: operations["setTolerances"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/period-closes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the books up to a day: nothing is dated on it or before from now on. */
        post: operations["closePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/customers/{customerId}/payers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an IBAN pays for a customer. Takes two people: it is how money is led astray. */
        post: operations["confirmPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An exact amount: a decimal string with all digits of its ISO 4217 currency. */
        Amount: {
            /** @example 120.50 */
            value: string;
            /** @example EUR */
            currency: string;
        };
        /** @description One thing that is wrong with the request. */
        Fault: {
            /** @enum {string} */
            in: "path" | "query" | "header" | "body";
            /**
             * @description JSON Pointer to what is wrong.
             * @example /limit
             */
            at: string;
            /** @example must be <= 200 */
            says: string;
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @example /errors/ledger.ledger_unknown
             */
            type: string;
            /** @description The same sentence whenever this code is given. */
            title: string;
            status: number;
            /** @description What happened here. */
            detail: string;
            /**
             * @description Stable; listed in docs/errors.md.
             * @example ledger.ledger_unknown
             */
            code: string;
            /** @description The request's id, which its log lines carry as `requestId`. */
            instance: string;
            /** @description The values the code is about. */
            details?: {
                [key: string]: string;
            };
            faults?: components["schemas"]["Fault"][];
        };
        Customer: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
        };
        /** @description An amount of an open item that a posting clears, or (negative) opens again. */
        Allocation: {
            /** Format: uuid */
            id: string;
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            side: "credit" | "debit";
            amount: components["schemas"]["Amount"];
            /**
             * @description Why these items: the debtor named them; nothing was named, and they are first by law (due, then oldest); only they can be meant; or a person decided (Code civil art. 1342-10).
             * @enum {string}
             */
            basis: "named_by_debtor" | "legal_order" | "only_possible" | "decided_by_clerk";
            /** Format: uuid */
            matchRunId: string | null;
            /** Format: date-time */
            allocatedAt: string;
            /** Format: uuid */
            postingId: string;
            /**
             * @description What cleared it: money of the payment, or what was booked instead.
             * @enum {string}
             */
            means: "payment" | "netting" | "discount" | "write_off" | "bank_charge" | "exchange_difference" | "retention" | "transfer" | "refund" | "taken_back";
            payment: {
                /** Format: uuid */
                id: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                bookingDate: string;
                counterpartyName: string | null;
            } | null;
            openItem: {
                /** Format: uuid */
                id: string;
                documentNumber: string;
                /** @enum {string} */
                kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                dueDate: string;
            };
            customer: components["schemas"]["Customer"];
            /** @description The letter: upper case when its group is balanced, lower case while partial. */
            lettering: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                state: "lettered" | "partly_lettered" | "unlettered";
                code: string | null;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                date: string | null;
            };
        };
        /** @description One sentence about the items, the payer or the amount of a proposal. */
        Evidence: {
            /** @constant */
            kind: "item_named";
            /** Format: uuid */
            openItemId: string;
            /** @enum {string} */
            level: "none" | "typed" | "cut" | "short" | "order" | "partial" | "full" | "structured";
            found: {
                /** @enum {string} */
                field: "creditor_reference" | "end_to_end_id";
            } | {
                /** @constant */
                field: "remittance";
                line: number;
                start: number;
                endLine: number;
                end: number;
            };
        } | {
            /** @constant */
            kind: "item_added";
            /** Format: uuid */
            openItemId: string;
        } | {
            /** @constant */
            kind: "items_structured";
            /** @enum {string} */
            structure: "whole_account" | "all_due" | "due_month" | "issue_month" | "oldest" | "first_issued" | "run" | "all_but_one";
        } | {
            /** @constant */
            kind: "items_combined";
            /** @enum {string} */
            method: "none" | "reduction" | "pairs_and_triples" | "meet_in_the_middle" | "branch_and_bound" | "bit_set";
            count: number;
            isComplete: boolean;
            itemCount: number;
        } | {
            /** @constant */
            kind: "items_collected";
            /** @enum {string} */
            basis: "reference" | "sum_and_count";
            itemCount: number;
        } | {
            /** @constant */
            kind: "equal_amounts_outside";
            itemCount: number;
        } | {
            /** @constant */
            kind: "payer";
            /** @enum {string} */
            level: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
            /** @enum {string|null} */
            by: "iban" | "name" | "text" | null;
            value: string | null;
            /** Format: uuid */
            customerId: string | null;
        } | {
            /** @constant */
            kind: "amount_equal";
            /** @example 120.50 */
            amount: string;
        } | {
            /** @constant */
            kind: "amount_differs";
            /** @example 120.50 */
            by: string;
        } | {
            /** @constant */
            kind: "amount_exchanged";
            /** @example 120.50 */
            amount: string;
            /** @example 120.50 */
            itemAmount: string;
            itemCurrency: string;
            /** @enum {string} */
            basis: "instructed" | "day_rate";
            /** @example 120.50 */
            rate: string;
        };
        /** @description A suggestion; it changes nothing. Payment = lines, credit notes deducted, less what is written off, and what is left over. */
        Proposal: {
            /**
             * @description Why these items and no others.
             * @enum {string}
             */
            selection: "named" | "named_subset" | "range" | "netted" | "mended" | "continued" | "completed" | "across" | "single" | "structured" | "proven" | "collection";
            /**
             * @description How the item named least certainly is named.
             * @enum {string}
             */
            reference: "none" | "typed" | "cut" | "short" | "order" | "partial" | "full" | "structured";
            /**
             * @description How the payment stands to what is left of the items.
             * @enum {string}
             */
            amountClass: "exact" | "discount" | "exchange" | "retention" | "rounding" | "fee" | "partial" | "over" | "short";
            /**
             * @description How the payer stands to the customer of the items.
             * @enum {string}
             */
            payer: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
            /** @description Other sets that explain the payment as well. */
            rivals: number;
            notes: string[];
            /**
             * @description The kind of evidence, in words.
             * @example named full exact iban
             */
            cell: string;
            /** @description Order suggestions; no probability. */
            points: number;
            /** Format: uuid */
            customerId: string | null;
            /** @description Of the lines. */
            currency: string;
            lines: {
                /** Format: uuid */
                openItemId: string;
                documentNumber: string;
                /** @enum {string} */
                kind: "invoice" | "credit_note" | "down_payment";
                /** @example 120.50 */
                residual: string;
                /** @example 120.50 */
                cleared: string;
            }[];
            writeOff: {
                /** @enum {string} */
                kind: "discount" | "rounding" | "fee" | "exchange";
                /** @example 120.50 */
                amount: string;
                currency: string;
            } | null;
            /** @example 120.50 */
            unapplied: string;
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description Why a payment was applied by itself, or what is missing. */
        MatchCertificate: {
            /** @constant */
            form: "lettrage.certificate/2";
            engine: string;
            /** Format: uuid */
            paymentId: string;
            /** @example 120.50 */
            paymentAmount: string;
            currency: string;
            /** @enum {string} */
            action: "apply" | "review";
            /** @enum {string|null} */
            reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back" | null;
            rule: string | null;
            chosen: components["schemas"]["Proposal"] | null;
            alternatives: components["schemas"]["Proposal"][];
            gates: {
                /**
                 * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `discount_late`: the discount was deducted after its last day; `vat_unknown`: the document of a discount does not say its VAT; `over_limit`: the difference is above what the ledger lets off without a second person; `taken_back`: a person took back what was applied.
                 * @enum {string}
                 */
                gate: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back";
                passed: boolean;
            }[];
            searched: {
                referenceCount: number;
                openItemCount: number;
            };
        };
        /** @description What is cleared of an item without having been paid, and what becomes of it. */
        Difference: {
            /** @enum {string} */
            as: "write_off" | "bank_charge";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            amount: string;
        } | {
            /** @enum {string} */
            as: "discount";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            amount: string;
            /**
             * @description `net` corrects the VAT by the rates of the document.
             * @enum {string}
             */
            vat: "net" | "gross";
            /** @description Granted although its day is over. */
            late?: boolean;
        } | {
            /** @enum {string} */
            as: "retention";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            amount: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueDate: string;
        };
        /** @description What a payment clears of one open item. */
        SettledLine: {
            /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
            openItemId: string;
            /**
             * @description What was left of the item when it was looked at.
             * @example 120.50
             */
            residual: string;
            /**
             * @description All that is cleared of the item: what is paid and the differences.
             * @example 120.50
             */
            cleared: string;
            /**
             * @description For an item in another currency: what of the payment clears it, in its currency.
             * @example 120.50
             */
            paid?: string;
            differences?: components["schemas"]["Difference"][];
        };
        /** @description One use of a part of a payment; several split it. `on_account`: the payer is known, the invoice is not (411 credit). `advance`: before any invoice (4191). `not_receivable`: a fee, a tax, a transfer of our own. */
        PaymentPart: {
            /** @enum {string} */
            use: "items";
            lines: components["schemas"]["SettledLine"][];
            /**
             * @description What was paid beyond the lines, and is kept.
             * @example 120.50
             */
            overpaidWrittenOff?: string;
        } | {
            /** @enum {string} */
            use: "on_account";
            /** Format: uuid */
            customerId: string;
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            amount: string;
        } | {
            /** @enum {string} */
            use: "advance";
            /** Format: uuid */
            customerId: string;
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            amount: string;
        } | {
            /** @enum {string} */
            use: "not_receivable";
            /** @enum {string} */
            purpose: "bank_charge" | "tax" | "internal_transfer" | "payroll" | "other";
            /**
             * @description A decimal > 0, in the currency of the payment or item that it is about.
             * @example 120.50
             */
            amount: string;
            /** @description Instead of the usual one. */
            account?: string;
        };
        /** @description The limits that a command passes; a second person has to agree. */
        WaitingApproval: {
            /** @description The hash of what was asked: an approval names it. */
            requestSha256: string;
            reasons: {
                limit: string;
                found: string;
                allowed: string;
            }[];
        };
        /** @description The unit that is matched: one detail of an entry of a statement, or the entry when it has none. */
        Payment: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "received" | "applied" | "in_review";
            /** @enum {string|null} */
            reviewReason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back" | null;
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            side: "credit" | "debit";
            amount: components["schemas"]["Amount"];
            unapplied: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            isReversal: boolean;
            returnReason: string | null;
            bankTransactionCode: string | null;
            batchCount: number | null;
            counterpartyName: string | null;
            counterpartyIban: string | null;
            remittance: string[];
            creditorReference: string | null;
            endToEndId: string | null;
            mandateId: string | null;
            /** Format: uuid */
            matchRunId: string | null;
            /** @description What `If-Match` of a command takes, in quotation marks. */
            version: number;
        };
        /** @description Where the bank said it: the entry, its statement, its account. */
        PaymentSource: {
            /** Format: uuid */
            statementId: string;
            bankStatementId: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            statementDate: string;
            sha256: string;
            bankAccount: string;
            entryIndex: number;
            detailIndex: number;
            /**
             * Format: date
             * @example 2026-03-31
             */
            valueDate: string | null;
            accountServicerReference: string | null;
            additionalInformation: string | null;
        };
        /** @description A payment, what it was applied to, and why. */
        PaymentHistory: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "received" | "applied" | "in_review";
            /** @enum {string|null} */
            reviewReason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back" | null;
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            side: "credit" | "debit";
            amount: components["schemas"]["Amount"];
            unapplied: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            isReversal: boolean;
            returnReason: string | null;
            bankTransactionCode: string | null;
            batchCount: number | null;
            counterpartyName: string | null;
            counterpartyIban: string | null;
            remittance: string[];
            creditorReference: string | null;
            endToEndId: string | null;
            mandateId: string | null;
            /** Format: uuid */
            matchRunId: string | null;
            /** @description What `If-Match` of a command takes, in quotation marks. */
            version: number;
            source: components["schemas"]["PaymentSource"];
            allocations: components["schemas"]["Allocation"][];
            certificate: components["schemas"]["MatchCertificate"] | null;
        };
        /** @description What a document totals at one VAT rate. */
        VatShare: {
            /**
             * @description Hundredths of a percent.
             * @example 2000
             */
            rateBp: number;
            /**
             * @description Tax included, in the currency of the item.
             * @example 1200.00
             */
            gross: string;
        };
        /** @description An invoice, credit note or down payment, and what is left of it (`residual`). `baseAmount`: what it was booked at in the base currency, where it is in another; `vat`: null when nobody said the rates. */
        OpenItem: {
            /** Format: uuid */
            id: string;
            /**
             * @description `open` while something is left of the item.
             * @enum {string}
             */
            status: "open" | "closed";
            customer: components["schemas"]["Customer"];
            documentNumber: string;
            /** @enum {string} */
            kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
            /**
             * @description The account that it stands on.
             * @example 411
             */
            account: string;
            amount: components["schemas"]["Amount"];
            residual: components["schemas"]["Amount"];
            disputed: components["schemas"]["Amount"];
            baseAmount: components["schemas"]["Amount"] | null;
            vat: components["schemas"]["VatShare"][] | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueDate: string;
            /**
             * @description `derived`: from the terms of payment of the customer.
             * @enum {string}
             */
            dueDateSource: "given" | "derived";
            creditorReference: string | null;
            purchaseOrder: string | null;
        };
        /** @description An open item and all that cleared it. */
        OpenItemHistory: {
            /** Format: uuid */
            id: string;
            /**
             * @description `open` while something is left of the item.
             * @enum {string}
             */
            status: "open" | "closed";
            customer: components["schemas"]["Customer"];
            documentNumber: string;
            /** @enum {string} */
            kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
            /**
             * @description The account that it stands on.
             * @example 411
             */
            account: string;
            amount: components["schemas"]["Amount"];
            residual: components["schemas"]["Amount"];
            disputed: components["schemas"]["Amount"];
            baseAmount: components["schemas"]["Amount"] | null;
            vat: components["schemas"]["VatShare"][] | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueDate: string;
            /**
             * @description `derived`: from the terms of payment of the customer.
             * @enum {string}
             */
            dueDateSource: "given" | "derived";
            creditorReference: string | null;
            purchaseOrder: string | null;
            allocations: components["schemas"]["Allocation"][];
            /** @description What reduced (or, negative, restored) the item outside our allocations. */
            adjustments: {
                /** @enum {string} */
                reason: "cleared_before_import" | "cleared_elsewhere" | "amount_changed";
                amount: components["schemas"]["Amount"];
                /** Format: date-time */
                adjustedAt: string;
            }[];
        };
        /** @description A file as it came; its identity is the SHA-256 of its bytes. */
        StatementFile: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            sha256: string;
            sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            format: string | null;
            formatVersion: string | null;
            /** @description The name under which it first came. */
            name: string;
            /** Format: date-time */
            firstArrivedAt: string;
        };
        /** @description What a check of the file found: what, where, what to do next. */
        Finding: {
            /**
             * @description Stable; listed in docs/errors.md.
             * @example ingest.account_unknown
             */
            code: string;
            /** @enum {string} */
            severity: "refuse" | "warn";
            message: string;
            at: {
                line: number;
                path: string;
            } | null;
            found: string | null;
        };
        /** @description `opening` + `credits` - `debits` = `closing`. */
        StatementProof: {
            opening: components["schemas"]["Amount"];
            credits: components["schemas"]["Amount"];
            debits: components["schemas"]["Amount"];
            closing: components["schemas"]["Amount"];
        };
        /** @description What the bank sent for one account and period. */
        Statement: {
            /** Format: uuid */
            id: string;
            bankAccount: string;
            bankStatementId: string | null;
            sequence: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            fromDate: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            toDate: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            statementDate: string;
            entryCount: number;
            proof: components["schemas"]["StatementProof"];
            findings: components["schemas"]["Finding"][];
        };
        /** @description A statement file, what was found in it, and what it proved. */
        StatementFileHistory: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            sha256: string;
            sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            format: string | null;
            formatVersion: string | null;
            /** @description The name under which it first came. */
            name: string;
            /** Format: date-time */
            firstArrivedAt: string;
            parser: string | null;
            findings: components["schemas"]["Finding"][];
            /** @description The last 100 times it came, latest first. */
            arrivals: {
                name: string;
                /** Format: date-time */
                arrivedAt: string;
            }[];
            statements: components["schemas"]["Statement"][];
        };
        /** @description The bytes are kept; reading them comes next. */
        StoredFile: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            sha256: string;
            sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            /** @description False when these bytes were here before, whatever their name. */
            isNew: boolean;
            /** @description Of a zip with several files: each of them, the first also being told above. */
            members?: {
                name: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                sha256: string;
                sizeBytes: number;
                /**
                 * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
                 * @enum {string}
                 */
                state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
                /** @description False when these bytes were here before, whatever their name. */
                isNew: boolean;
            }[];
        };
        /** @description A file that is quarantined or held, and why. */
        FileSetAside: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            sha256: string;
            sizeBytes: number;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
            format: string | null;
            formatVersion: string | null;
            /** @description The name under which it first came. */
            name: string;
            /** Format: date-time */
            firstArrivedAt: string;
            parser: string | null;
            findings: components["schemas"]["Finding"][];
        };
        /** @description A person's decision about a file that was set aside. */
        Release: {
            /**
             * @description `publish`: despite the doubts that may be overruled. `discard`: not wanted; the bytes are kept.
             * @enum {string}
             */
            as: "publish" | "discard";
            /** @description Kept in the audit chain. */
            reason: string;
        };
        /** @description `stored`: it will be read again; follow its state. */
        FileOutcome: {
            /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
            sha256: string;
            /**
             * @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted.
             * @enum {string}
             */
            state: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
        };
        /** @description A key, without its secret. */
        ApiKey: {
            /** Format: uuid */
            id: string;
            actor: string;
            /**
             * @description docs/operations.md has the table of what each may.
             * @enum {string}
             */
            role: "viewer" | "clerk" | "approver" | "treasurer" | "admin" | "machine";
            /**
             * @description Null: all ledgers.
             * @example FR01
             */
            ledger: string | null;
            /** @description The part of the key that may be shown. */
            prefix: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            revokedAt: string | null;
            lastUsedAt: string | null;
        };
        /** @description The statements in `masterFormat` are posted, those in others compared with them; null until the first. */
        BankAccount: {
            identifier: string;
            currency: string;
            name: string;
            glAccount: string;
            masterFormat: string | null;
            /** @description Other numbers under which banks name it. */
            aliases: string[];
            /**
             * @description A statement between is missing.
             * @enum {string}
             */
            onMissingStatement: "hold" | "publish" | "quarantine";
            /**
             * @description One of the two balances is absent.
             * @enum {string}
             */
            onAbsentBalance: "hold" | "publish" | "quarantine";
            /**
             * @description Control totals differ from the entries.
             * @enum {string}
             */
            onTotalsMismatch: "hold" | "publish" | "quarantine";
            /**
             * @description A number of the bank's sequence is missing, though the balances continue.
             * @enum {string}
             */
            onSequenceGap: "hold" | "publish" | "quarantine";
            /**
             * @description The statement does not add up: never published.
             * @enum {string}
             */
            onBalanceMismatch: "hold" | "quarantine";
        };
        /** @description Who has a payment open, and until when: courtesy, no lock. */
        PaymentClaim: {
            actor: string;
            /** Format: date-time */
            claimedUntil: string;
        };
        /** @description Whom a colleague asked to decide; `assignee` null: nobody in particular. */
        PaymentAssignment: {
            assignee: string | null;
            question: string | null;
            assignedBy: string;
            /** Format: date-time */
            assignedAt: string;
        };
        /** @description What the engine suggests, in short; `GET …/payments/{paymentId}/proposals` has its lines and evidence. */
        Suggestion: {
            /** @description Its place: 0 is the best. What accepts or declines it names it. */
            index: number;
            /** @enum {string} */
            selection: "named" | "named_subset" | "range" | "netted" | "mended" | "continued" | "completed" | "across" | "single" | "structured" | "proven" | "collection";
            /** @enum {string} */
            amountClass: "exact" | "discount" | "exchange" | "retention" | "rounding" | "fee" | "partial" | "over" | "short";
            /** @enum {string} */
            payer: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
            /**
             * @description The kind of evidence, in words.
             * @example named full exact iban
             */
            cell: string;
            rivals: number;
            customer: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
            } | null;
            /** @description Of the items. */
            currency: string;
            lineCount: number;
            /** @description Document numbers, the first 20. */
            documents: string[];
            writeOff: {
                /** @enum {string} */
                kind: "discount" | "rounding" | "fee" | "exchange";
                /** @example 120.50 */
                amount: string;
                currency: string;
            } | null;
            /** @example 120.50 */
            unapplied: string;
        };
        /** @description A payment that waits for a person, what is suggested, and who is at it. */
        QueuedPayment: {
            payment: components["schemas"]["Payment"];
            bankAccount: {
                identifier: string;
                name: string;
            };
            /** @description Since the payment was booked. */
            ageDays: number;
            /**
             * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `discount_late`: the discount was deducted after its last day; `vat_unknown`: the document of a discount does not say its VAT; `over_limit`: the difference is above what the ledger lets off without a second person; `taken_back`: a person took back what was applied.
             * @enum {string}
             */
            reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back";
            claim: components["schemas"]["PaymentClaim"] | null;
            assignment: components["schemas"]["PaymentAssignment"] | null;
            /** @description Best first, three at most; none when nothing was found. */
            suggestions: components["schemas"]["Suggestion"][];
            /** @description What no score overrides, and did not hold. */
            failedGates: ("returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back")[];
            searched: {
                referenceCount: number;
                openItemCount: number;
            } | null;
        };
        /** @description How many payments wait, by reason. */
        ReviewCounts: {
            paymentCount: number;
            /** @description False: there are more; counting stopped. */
            isComplete: boolean;
            /** @description The reasons that occur, most frequent first. */
            reasons: {
                /**
                 * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `discount_late`: the discount was deducted after its last day; `vat_unknown`: the document of a discount does not say its VAT; `over_limit`: the difference is above what the ledger lets off without a second person; `taken_back`: a person took back what was applied.
                 * @enum {string}
                 */
                reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back";
                paymentCount: number;
            }[];
        };
        /** @description A suggestion that would be accepted among others. */
        BulkCandidate: {
            /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
            paymentId: string;
            /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
            matchRunId: string;
            /** @description Of the payment. */
            version: number;
            unapplied: components["schemas"]["Amount"];
            counterpartyName: string | null;
            suggestion: components["schemas"]["Suggestion"];
        };
        /** @description What accepting these suggestions would do, limits and approvals aside. */
        BulkPreview: {
            /** @description SHA-256 of `rest` and the list: accepting names both. */
            token: string;
            /**
             * @description What becomes of what a suggestion leaves over.
             * @enum {string}
             */
            rest: "leave" | "on_account";
            /** @description The oldest booking date first. */
            list: components["schemas"]["BulkCandidate"][];
            /** @description By currency of the payments. */
            sums: {
                currency: string;
                paymentCount: number;
                /** @example 120.50 */
                paid: string;
                /** @example 120.50 */
                writtenOff: string;
                /** @example 120.50 */
                leftOver: string;
            }[];
            /** @description Left out: not as the run saw them any more. */
            changedCount: number;
            /** @description Left out: somebody has to look at each of these. */
            keptCount: number;
            /** @description False: there are more of the kind; preview again after accepting. */
            isComplete: boolean;
        };
        /** @description What became of one of many suggestions. */
        BulkOutcome: {
            /** Format: uuid */
            paymentId: string;
            /**
             * Format: uuid
             * @description Made of the `Idempotency-Key` and the payment.
             */
            commandId: string;
            /** @enum {string} */
            state: "done" | "waiting" | "rejected" | "withdrawn" | "refused";
            /** @description Of the refusal; docs/errors.md has the list. */
            code: string | null;
            problem: string | null;
        };
        /** @description What became of each; the same however often it is asked with the same key. */
        BulkResult: {
            doneCount: number;
            /** @description For a second person. */
            waitingCount: number;
            refusedCount: number;
            /** @description In the order of the list. */
            outcomes: components["schemas"]["BulkOutcome"][];
        };
        /** @description A suggestion, its arithmetic, and the books as they stand now. */
        StandingProposal: {
            /** @description Its place: 0 is the best, the next is the runner-up. */
            index: number;
            /** @description Payment and items are as it saw them: else accepting it is refused. */
            isStanding: boolean;
            customer: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
            } | null;
            /** @description paid = debits − credits − writtenOff + leftOver; for items in another currency the rate stands between them. */
            arithmetic: {
                paid: components["schemas"]["Amount"];
                debits: components["schemas"]["Amount"];
                credits: components["schemas"]["Amount"];
                writtenOff: components["schemas"]["Amount"];
                leftOver: components["schemas"]["Amount"];
            };
            /** @description The items of its lines as they stand now. */
            items: {
                /** Format: uuid */
                id: string;
                residual: components["schemas"]["Amount"];
                disputed: components["schemas"]["Amount"];
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                issueDate: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                dueDate: string;
            }[];
            proposal: components["schemas"]["Proposal"];
        };
        /** @description What the engine suggests for a payment, and on what grounds. */
        PaymentProposals: {
            payment: components["schemas"]["Payment"];
            run: {
                /** Format: uuid */
                id: string;
                runNumber: number;
                /** Format: date-time */
                decidedAt: string;
            } | null;
            failedGates: ("returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back")[];
            searched: {
                referenceCount: number;
                openItemCount: number;
            } | null;
            /** @description Best first. `found` in their evidence counts lines of `payment.remittance` and their characters from 0; `rivals` is how many other sets of items explain the payment as well. */
            proposals: components["schemas"]["StandingProposal"][];
        };
        /** @description The certificate of the decision that stands, and the run that made it. */
        DecidedCertificate: {
            run: {
                /** Format: uuid */
                id: string;
                runNumber: number;
                /** Format: date-time */
                decidedAt: string;
            };
            certificate: components["schemas"]["MatchCertificate"];
        };
        /** @description A run over the payments of one currency, and how far it is applied. */
        MatchRun: {
            /** Format: uuid */
            id: string;
            runNumber: number;
            /**
             * @description `applied` when no chunk is left; `cancelled` when those that were left never will be.
             * @enum {string}
             */
            state: "applying" | "applied" | "cancelled";
            currency: string;
            engine: string;
            /** Format: date-time */
            decidedAt: string;
            /** @description Payments that the run decided on. */
            paymentCount: number;
            chunkCount: number;
            appliedChunkCount: number;
            /** @description Payments applied so far. */
            appliedCount: number;
            /** @description Payments put into the review queue so far. */
            reviewCount: number;
            cancelled: {
                actor: string;
                /** Format: date-time */
                cancelledAt: string;
            } | null;
        };
        /** @description The runs that will be made. */
        MatchingRequested: {
            /** @description Those with unapplied payments: one run each. */
            currencies: string[];
        };
        /** @description What a run would do now; nothing was done. */
        DryRun: {
            currency: string;
            /** @description Payments that wait now. */
            paymentCount: number;
            /** @description Of these, what a run would apply. */
            appliedCount: number;
            reviewCount: number;
            /** @description By which rule, the most frequent first. */
            rules: {
                rule: string;
                count: number;
            }[];
            /** @description Why the others would wait, the most frequent first. */
            reasons: {
                /**
                 * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `discount_late`: the discount was deducted after its last day; `vat_unknown`: the document of a discount does not say its VAT; `over_limit`: the difference is above what the ledger lets off without a second person; `taken_back`: a person took back what was applied.
                 * @enum {string}
                 */
                reason: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back";
                count: number;
            }[];
        };
        /** @description The data of a `progress` event. */
        MatchProgress: {
            /**
             * @description `idle`: nothing is asked for. `waiting`: for somebody to take it. `deciding`: nothing is recorded yet. `dead`: it failed too often; ask for matching again.
             * @enum {string}
             */
            state: "idle" | "waiting" | "deciding" | "applying" | "applied" | "cancelled" | "dead";
            currency: string;
            /** Format: uuid */
            runId: string | null;
            runNumber: number | null;
            paymentCount: number | null;
            chunkCount: number | null;
            appliedChunkCount: number | null;
            appliedCount: number | null;
            reviewCount: number | null;
            attempt: number | null;
            problem: string | null;
        };
        /** @description Work that waits, runs or has failed; what is done is gone. */
        Job: {
            id: string;
            /** @description `publish` files, `match` payments, and what else waits. */
            queue: string;
            /** @description Of matching: the currency. */
            key: string;
            /**
             * @description `failed`: tried again at `runAt`. `dead`: when somebody asks for the same again.
             * @enum {string}
             */
            state: "waiting" | "running" | "failed" | "dead";
            attempt: number;
            /** Format: date-time */
            runAt: string;
            /** Format: date-time */
            leaseUntil: string | null;
            worker: string | null;
            problem: string | null;
            /** Format: uuid */
            matchRunId: string | null;
            cancelRequestedBy: string | null;
        };
        /** @description A run decided again on the books as they were, compared with what it decided. */
        Replay: {
            /** Format: uuid */
            matchRunId: string;
            runNumber: number;
            engineThen: string;
            /** @description Another engine than then may well decide otherwise. */
            engineNow: string;
            paymentCount: number;
            /** @description The inputs found again have the SHA-256 that the run noted. */
            hasSameInputs: boolean;
            /** @description Same inputs, and every decision the same to the byte. */
            isIdentical: boolean;
            identicalCount: number;
            differenceCount: number;
            /** @description The first 100, by payment. */
            differences: {
                /** Format: uuid */
                paymentId: string;
                recorded: {
                    /** @enum {string} */
                    action: "apply" | "review";
                    reason: string | null;
                    rule: string | null;
                    documents: string[];
                } | null;
                replayed: {
                    /** @enum {string} */
                    action: "apply" | "review";
                    reason: string | null;
                    rule: string | null;
                    documents: string[];
                } | null;
                /** @description Fields of the certificate, and `unapplied`, `round` and `lines` of the decision. */
                differsIn: string[];
            }[];
        };
        /** @description What another setting would have applied in nights that are over. */
        BackTest: {
            runNumbers: number[];
            paymentCount: number;
            calibration: {
                /**
                 * @description `shadow`: too little was confirmed before these runs.
                 * @enum {string}
                 */
                mode: "off" | "shadow" | "on";
                confirmedCount: number;
            } | null;
            before: {
                applied: number;
                right: number;
                wrong: number;
                /** @description Of those applied: nobody has applied them in the end. */
                unconfirmed: number;
            };
            after: {
                applied: number;
                right: number;
                wrong: number;
                /** @description Of those applied: nobody has applied them in the end. */
                unconfirmed: number;
            };
            caseCount: number;
            /** @description Payments on which the setting makes a difference, or that it would apply wrongly: these first. */
            cases: {
                /** Format: uuid */
                paymentId: string;
                runNumber: number;
                /** @enum {string|null} */
                before: "right" | "wrong" | "unconfirmed" | null;
                /** @enum {string|null} */
                after: "right" | "wrong" | "unconfirmed" | null;
                rule: string | null;
                reason: string | null;
                cell: string | null;
                documents: string[];
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
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "up";
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As the audit names them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: string;
                        grants: {
                            /**
                             * @description Null: all ledgers.
                             * @example FR01
                             */
                            ledger: string | null;
                            /**
                             * @description docs/operations.md has the table of what each may.
                             * @enum {string}
                             */
                            role: "viewer" | "clerk" | "approver" | "treasurer" | "admin" | "machine";
                        }[];
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next: null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "actor": "erp",
                 *       "role": "machine",
                 *       "ledger": "FR01",
                 *       "days": 365
                 *     }
                 */
                "application/json": {
                    /** @description Who acts by it, for the audit. */
                    actor: string;
                    /**
                     * @description docs/operations.md has the table of what each may.
                     * @enum {string}
                     */
                    role: "viewer" | "clerk" | "approver" | "treasurer" | "admin" | "machine";
                    /**
                     * @description Null: all ledgers.
                     * @example FR01
                     */
                    ledger: string | null;
                    days: number;
                };
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Keep it: nobody can show it again. */
                        key: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLedgers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All in which who asks has a role: they are few. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            name: string;
                        }[];
                        next: null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatementFiles: {
        parameters: {
            query?: {
                /** @description `stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a person decided that it is not wanted. */
                state?: "stored" | "published" | "cross_checked" | "enriched" | "held" | "quarantined" | "duplicate" | "discarded";
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of statement files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StatementFile"][];
                        /** @description Null on the last page. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    storeStatementFile: {
        parameters: {
            query: {
                /** @description The name under which the file came; its identity is the SHA-256 of its bytes. */
                name: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        /** @description The bytes of a statement file, or of a zip or gzip with statement files. */
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "application/xml": unknown;
                "application/zip": unknown;
                "application/gzip": unknown;
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description The bytes are kept; reading them comes next. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatementFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A statement file, what was found in it, and what it proved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementFileHistory"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuarantine: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FileSetAside"][];
                        /** @description Null on the last page. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFileSetAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A statement file, what was found in it, and what it proved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementFileHistory"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFileBytes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file as it came. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `stored`: it will be read again; follow its state. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOutcome"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @description SHA-256 of the file's bytes: its identity, whatever its name. */
                sha256: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Release"];
            };
        };
        responses: {
            /** @description `stored`: it will be read again; follow its state. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOutcome"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them: they are few. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BankAccount"][];
                        next: null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                status?: "received" | "applied" | "in_review";
                /** @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`. */
                side?: "credit" | "debit";
                /** @example 2026-03-31 */
                bookedFrom?: string;
                /** @example 2026-03-31 */
                bookedTo?: string;
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of payments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Payment"][];
                        /** @description Null on the last page. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A payment, what it was applied to, and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentHistory"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProposals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the engine suggests for a payment, and on what grounds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentProposals"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate of the decision that stands, and the run that made it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedCertificate"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenItems: {
        parameters: {
            query?: {
                /** @description The customer's code in the ERP. */
                customer?: string;
                /** @description `open` while something is left of the item. */
                status?: "open" | "closed";
                /** @example 2026-03-31 */
                dueBefore?: string;
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of open items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenItem"][];
                        /** @description Null on the last page. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                openItemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An open item and all that cleared it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenItemHistory"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReviewQueue: {
        parameters: {
            query?: {
                /** @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `discount_late`: the discount was deducted after its last day; `vat_unknown`: the document of a discount does not say its VAT; `over_limit`: the difference is above what the ledger lets off without a second person; `taken_back`: a person took back what was applied. */
                reason?: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back";
                /** @description Its identifier: an IBAN, or what the bank calls it. */
                bankAccount?: string;
                /** @example EUR */
                currency?: string;
                /** @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`. */
                side?: "credit" | "debit";
                /**
                 * @description The least of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                amountFrom?: string;
                /**
                 * @description The most of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                amountTo?: string;
                /** @example 2026-03-31 */
                bookedFrom?: string;
                /** @example 2026-03-31 */
                bookedTo?: string;
                /** @description At least these days since the payment was booked. */
                ageFrom?: number;
                /** @description At most these days since the payment was booked. */
                ageTo?: number;
                /** @description Of the best suggestion. */
                customerId?: string;
                /** @description Whom a colleague asked. */
                assignee?: string;
                /** @description `false`: nobody in particular was asked. */
                isAssigned?: boolean;
                /** @description Whether somebody has it open at the moment. */
                isClaimed?: boolean;
                /**
                 * @description Words (8 at most) that all occur in the name of the payer or in the remittance, in any case.
                 * @example martin F-2026
                 */
                text?: string;
                /** @description `age` is `bookingDate` turned round. `amount` is what is left, and needs a `currency`. */
                sort?: "bookingDate" | "age" | "amount";
                /** @description Unless said: the oldest and the greatest first. */
                order?: "ascending" | "descending";
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the review queue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QueuedPayment"][];
                        /** @description Null on the last page. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countReviewQueue: {
        parameters: {
            query?: {
                /** @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `discount_late`: the discount was deducted after its last day; `vat_unknown`: the document of a discount does not say its VAT; `over_limit`: the difference is above what the ledger lets off without a second person; `taken_back`: a person took back what was applied. */
                reason?: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back";
                /** @description Its identifier: an IBAN, or what the bank calls it. */
                bankAccount?: string;
                /** @example EUR */
                currency?: string;
                /** @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`. */
                side?: "credit" | "debit";
                /**
                 * @description The least of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                amountFrom?: string;
                /**
                 * @description The most of what is left of the payment, in `currency`, which is needed with it.
                 * @example 120.50
                 */
                amountTo?: string;
                /** @example 2026-03-31 */
                bookedFrom?: string;
                /** @example 2026-03-31 */
                bookedTo?: string;
                /** @description At least these days since the payment was booked. */
                ageFrom?: number;
                /** @description At most these days since the payment was booked. */
                ageTo?: number;
                /** @description Of the best suggestion. */
                customerId?: string;
                /** @description Whom a colleague asked. */
                assignee?: string;
                /** @description `false`: nobody in particular was asked. */
                isAssigned?: boolean;
                /** @description Whether somebody has it open at the moment. */
                isClaimed?: boolean;
                /**
                 * @description Words (8 at most) that all occur in the name of the payer or in the remittance, in any case.
                 * @example martin F-2026
                 */
                text?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many payments wait, by reason. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewCounts"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimPayment: {
        parameters: {
            query?: {
                /** @description From whoever has it open. */
                takeOver?: boolean;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has a payment open, and until when: courtesy, no lock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentClaim"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releasePayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One does not have it open. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "assignee": "paul.durand",
                 *       "question": "Is this the retention of the Lyon site?"
                 *     }
                 */
                "application/json": {
                    assignee: string | null;
                    question?: string | null;
                };
            };
        };
        responses: {
            /** @description It stands so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewBulkAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    filter: {
                        /**
                         * @description `outgoing_payment`: money out is not applied to what customers owe; `returned_payment`: the payment came back, or takes one back; `batch_without_details`: the bank gave several payments as one sum, or a detail that contradicts its entry; `refund_wording`: the text speaks of money given back; `not_a_receivable`: its kind or its words say that it pays no invoice; `no_reference_found`: nothing in the payment leads to an open item; `reference_already_paid`: the item that it names is closed; `payer_is_other_customer`: the payer is known, and is not the customer of the items; `disputed_item`: an item is in dispute, and the payment does not name it by its whole number or structured reference; `several_explanations`: more than one set of items explains the payment, or equal payments want one item; `repeated_payment`: the customer paid the same amount a few days before; `amount_differs`: the amount is not that of the items, and the difference has no name; `not_certain`: an explanation fits, but no rule is certain of it; `not_bookable`: the ledger does not book the difference by itself; `item_taken_by_other_payment`: another payment has the better claim to an item; `item_changed_meanwhile`: an item changed between the decision and its application; `discount_late`: the discount was deducted after its last day; `vat_unknown`: the document of a discount does not say its VAT; `over_limit`: the difference is above what the ledger lets off without a second person; `taken_back`: a person took back what was applied.
                         * @enum {string}
                         */
                        reason?: "returned_payment" | "outgoing_payment" | "batch_without_details" | "refund_wording" | "not_a_receivable" | "no_reference_found" | "reference_already_paid" | "payer_is_other_customer" | "disputed_item" | "several_explanations" | "repeated_payment" | "amount_differs" | "not_certain" | "not_bookable" | "item_taken_by_other_payment" | "item_changed_meanwhile" | "discount_late" | "vat_unknown" | "over_limit" | "taken_back";
                        /** @description Its identifier: an IBAN, or what the bank calls it. */
                        bankAccount?: string;
                        /** @example EUR */
                        currency?: string;
                        /**
                         * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
                         * @enum {string}
                         */
                        side?: "credit" | "debit";
                        /**
                         * @description The least of what is left of the payment, in `currency`, which is needed with it.
                         * @example 120.50
                         */
                        amountFrom?: string;
                        /**
                         * @description The most of what is left of the payment, in `currency`, which is needed with it.
                         * @example 120.50
                         */
                        amountTo?: string;
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        bookedFrom?: string;
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        bookedTo?: string;
                        /** @description At least these days since the payment was booked. */
                        ageFrom?: number;
                        /** @description At most these days since the payment was booked. */
                        ageTo?: number;
                        /**
                         * Format: uuid
                         * @description Of the best suggestion.
                         */
                        customerId?: string;
                        /** @description Whom a colleague asked. */
                        assignee?: string;
                        /** @description `false`: nobody in particular was asked. */
                        isAssigned?: boolean;
                        /** @description Whether somebody has it open at the moment. */
                        isClaimed?: boolean;
                        /**
                         * @description Words (8 at most) that all occur in the name of the payer or in the remittance, in any case.
                         * @example martin F-2026
                         */
                        text?: string;
                        /**
                         * @description The kind of evidence, in words.
                         * @example named full short iban
                         */
                        cell?: string;
                        /** @enum {string} */
                        selection?: "named" | "named_subset" | "range" | "netted" | "mended" | "continued" | "completed" | "across" | "single" | "structured" | "proven" | "collection";
                        /** @enum {string} */
                        reference?: "none" | "typed" | "cut" | "short" | "order" | "partial" | "full" | "structured";
                        /** @enum {string} */
                        amountClass?: "exact" | "discount" | "exchange" | "retention" | "rounding" | "fee" | "partial" | "over" | "short";
                        /** @enum {string} */
                        payer?: "other" | "none" | "weak" | "named" | "good" | "exact" | "learned" | "iban";
                    };
                    /**
                     * @description What becomes of what a suggestion leaves over.
                     * @enum {string}
                     */
                    rest?: "leave" | "on_account";
                    /** @default 500 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description What accepting these suggestions would do, limits and approvals aside. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkAccept: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    /** @description SHA-256 of `rest` and the list: accepting names both. */
                    token: string;
                    /**
                     * @description What becomes of what a suggestion leaves over.
                     * @enum {string}
                     */
                    rest: "leave" | "on_account";
                    list: {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        paymentId: string;
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        matchRunId: string;
                        /** @description Of the payment. */
                        version: number;
                    }[];
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What became of each; the same however often it is asked with the same key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMatchRuns: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of match runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MatchRun"][];
                        /** @description Null on the last page. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestMatching: {
        parameters: {
            query?: {
                /** @example EUR */
                currency?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs that will be made. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRequested"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMatchRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                matchRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A run over the payments of one currency, and how far it is applied. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchRun"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMatchRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                matchRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A run over the payments of one currency, and how far it is applied. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchRun"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followMatching: {
        parameters: {
            query: {
                /** @example EUR */
                currency: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `progress` with a `MatchProgress` whenever it changes, and `end` when nothing more comes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followMatchRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                matchRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events `progress` with a `MatchProgress` whenever it changes, and `end` when nothing more comes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayMatchRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                matchRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A run decided again on the books as they were, compared with what it decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backTestSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    /** @default EUR */
                    currency?: string;
                    /**
                     * @description The latest runs, this many at most.
                     * @default 10
                     */
                    runCount?: number;
                    /** @description Rules of the ladder to switch off. */
                    withoutRules?: ("collection" | "structured_reference" | "full_reference" | "full_reference_difference" | "partial_reference" | "range" | "named_subset" | "netted" | "mended" | "misread" | "continued" | "completed" | "part" | "single" | "structured_set" | "proven_set")[];
                    budget?: {
                        wrong: number;
                        of: number;
                    } | null;
                };
            };
        };
        responses: {
            /** @description What another setting would have applied in nights that are over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackTest"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dryRunMatching: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currency": "EUR"
                 *     }
                 */
                "application/json": {
                    /** @example EUR */
                    currency: string;
                };
            };
        };
        responses: {
            /** @description What a run would do now; nothing was done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMatchRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All: they are few. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            rule: string;
                            isOn: boolean;
                        }[];
                        next: null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                queue?: string;
                state?: "waiting" | "running" | "failed" | "dead";
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        /** @description Null on the last page. */
                        next: string | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It stops, or has. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `removed`: nobody was at it. `requested`: it stops where it leaves whole books.
                         * @enum {string}
                         */
                        state: "removed" | "requested";
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settlePayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    parts: components["schemas"]["PaymentPart"][];
                    /** @description Keep in mind that this payer pays for the customer of the items. */
                    learnPayer?: boolean;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /** @description Of the payment, from now on. */
                            version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            unconfirmed: string[];
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /** @description Of the payment, from now on. */
                            version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            unconfirmed: string[];
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptProposal: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                matchRunId: string;
                index: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rest": "leave",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What becomes of what is left over.
                     * @enum {string}
                     */
                    rest: "leave" | "on_account";
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /** @description Of the payment, from now on. */
                            version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            unconfirmed: string[];
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /** @description Of the payment, from now on. */
                            version: number;
                            /** @description Customers for whom this payer is not known yet; to learn that takes two people. */
                            unconfirmed: string[];
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineProposal: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                matchRunId: string;
                index: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            declinedCount: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            declinedCount: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyCollection: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "PRLV-2026-03",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    reference: string;
                    /** @description One debit; absent: all. */
                    endToEndId?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnPayment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    /**
                     * Format: uuid
                     * @description By which the other payment was used.
                     */
                    postingId: string;
                    lines: {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        openItemId: string;
                        /**
                         * @description A decimal > 0, in the currency of the payment or item that it is about.
                         * @example 120.50
                         */
                        amount: string;
                    }[];
                    /**
                     * @description What the bank kept of the same amount.
                     * @example 120.50
                     */
                    fee?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            version: number;
                            returnReason: string | null;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            version: number;
                            returnReason: string | null;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    netItems: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    lines: {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        openItemId: string;
                        /**
                         * @description What was left of the item when it was looked at.
                         * @example 120.50
                         */
                        residual: string;
                        /**
                         * @description A decimal > 0, in the currency of the payment or item that it is about.
                         * @example 120.50
                         */
                        cleared: string;
                    }[];
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeOff: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                openItemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "residual": "0.02",
                 *       "amount": "0.02",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    amount: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transferItem: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                openItemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "residual": "500.00",
                 *       "amount": "500.00",
                 *       "toCustomerId": "0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    amount: string;
                    /** Format: uuid */
                    toCustomerId: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            openItemId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            openItemId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundCredit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                openItemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "residual": "80.00",
                 *       "amount": "80.00",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    amount: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            openItemId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                            /**
                             * Format: uuid
                             * @description Made by it.
                             */
                            openItemId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reversePosting: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                postingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            postingId: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                    openItemId: string;
                    /**
                     * @description What was left of the item when it was looked at.
                     * @example 120.50
                     */
                    residual: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    amount: string;
                    /** @enum {string} */
                    openedFrom: "short_payment" | "residual" | "invoice" | "return";
                    /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                    paymentId?: string;
                    /**
                     * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                     * @enum {string}
                     */
                    category: "A" | "B" | "C" | "D" | "E";
                    /** @example price */
                    reasonCode: string;
                    owner?: string;
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    dueDate?: string;
                    comment?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            disputeId: string;
                            /** @description Of the dispute, from now on. */
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** Format: uuid */
                            disputeId: string;
                            /** @description Of the dispute, from now on. */
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "Delivery note asked for.",
                 *       "owner": "claire.martin",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    comment?: string;
                    owner?: string | null;
                    department?: string | null;
                    dueDate?: string | null;
                    /**
                     * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                     * @enum {string}
                     */
                    category?: "A" | "B" | "C" | "D" | "E";
                    /** @example price */
                    reasonCode?: string;
                    /**
                     * @description A decimal > 0, in the currency of the payment or item that it is about.
                     * @example 120.50
                     */
                    amount?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** @description Of the dispute, from now on. */
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** @description Of the dispute, from now on. */
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resolution": "payment",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    resolution: "credit_note" | "write_off" | "payment" | "rejection";
                    credit?: {
                        /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                        openItemId: string;
                        /**
                         * @description What was left of the item when it was looked at.
                         * @example 120.50
                         */
                        residual: string;
                    };
                    comment?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** @description Of the dispute, from now on. */
                            version: number;
                            /** Format: uuid */
                            postingId?: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** @description Of the dispute, from now on. */
                            version: number;
                            /** Format: uuid */
                            postingId?: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenDispute: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
                /**
                 * @description The ETag that the record was read with.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "comment": "The credit note was for another invoice.",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    comment?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** @description Of the dispute, from now on. */
                            version: number;
                            amount: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /** @description Of the dispute, from now on. */
                            version: number;
                            amount: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDisputeReason: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example price */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "B",
                 *       "label": "Broken in transit",
                 *       "department": "Logistics",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                     * @enum {string}
                     */
                    category: "A" | "B" | "C" | "D" | "E";
                    label: string;
                    department?: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            code: string;
                            /**
                             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                             * @enum {string}
                             */
                            category: "A" | "B" | "C" | "D" | "E";
                            label: string;
                            department: string | null;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            code: string;
                            /**
                             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
                             * @enum {string}
                             */
                            category: "A" | "B" | "C" | "D" | "E";
                            label: string;
                            department: string | null;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTolerances: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    /** @description The most that is written off of one document, in the base currency. */
                    writeOff: string;
                    /** @description And the share of it, in 1/10,000. */
                    writeOffBp: number;
                    /** @description The most of one customer in a calendar month, in the base currency. */
                    writeOffMonthly: string;
                    /** @description Above, a write-off needs a second person, in the base currency. */
                    approveWriteOff: string;
                    /** @description Above, a refund does, in the base currency. */
                    approveRefund: string;
                    /** @description Above, a transfer between customers does, in the base currency. */
                    approveTransfer: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            version: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closePeriod: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "closedThrough": "2026-03-31",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-03-31
                     */
                    closedThrough: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /**
                             * Format: date
                             * @example 2026-03-31
                             */
                            closedThrough: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            /**
                             * Format: date
                             * @example 2026-03-31
                             */
                            closedThrough: string;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmPayer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the command, made before asking; the same when asking again.
                 * @example 4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d
                 */
                "Idempotency-Key": string;
            };
            path: {
                /** @example FR01 */
                ledger: string;
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "iban": "FR7630006000011234567890189",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /** @example FR7630006000011234567890189 */
                    iban: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is done, or was, or will not be: see `state`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            confirmedCount: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A second person has to agree: `approval` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        commandId: string;
                        /**
                         * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
                         * @enum {string}
                         */
                        state: "done" | "waiting" | "rejected" | "withdrawn";
                        outcome: {
                            confirmedCount: number;
                        } | null;
                        approval: components["schemas"]["WaitingApproval"] | null;
                    };
                };
            };
            /** @description A problem document. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
