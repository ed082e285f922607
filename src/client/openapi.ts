/** Made by `npm run client:generate` from docs/openapi.json of SHA-256 59cd4fa380a2ae173a88527fdde0e18ad21f055732e43dc2b461969aa795ae1d. */
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
        /** Can the service work: does the database answer, and is it to go on? */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give the figures of the service, as Prometheus reads them. */
        get: operations["getMetrics"];
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
        /** Open a ledger; asked again for the same, it is there. */
        post: operations["openLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a ledger: its name and the currency of its books. */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/bank-accounts/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Register a bank account, or change its name, aliases and settings.
         * @description Settings that are not said stay as they are.
         */
        put: operations["putBankAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/customers/by-code/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a customer: name, IBANs and terms of payment replace what was known. */
        put: operations["putCustomer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items/by-document/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a document and what is open of it.
         * @description Customer, kind and number name the item. Columns: docs/formats/open-items.md.
         */
        put: operations["putOpenItem"];
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
    "/v1/ledgers/{ledger}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sources of this ledger: when the last file came, and how the last look went.
         * @description Hosts, folders and secrets are in the configuration of the service, and in no answer.
         */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/sources/{source}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for files at a source now, instead of when its pause is over.
         * @description What comes is stored, read and published as if nobody had asked; `lastPull` says how it went.
         */
        post: operations["pullSource"];
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
        /**
         * Show a payment: where the bank said it, what it was applied to, and why.
         * @description Its `ETag` is what a command about it asks for as `If-Match`.
         */
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
        /**
         * List open items, closed ones too, the earliest due date first.
         * @description With `search`: by document number first, then by amount, then by customer.
         */
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
    "/v1/ledgers/{ledger}/open-items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take open items, as JSON lines or CSV, of any number.
         * @description A document of a customer is one item, however often it is sent; `residual` 0 closes it. Columns: docs/formats/open-items.md. Rows are taken in batches as they arrive. The first that can not be taken ends the import with 422 and its line; what came before it stays. Sent again, what was taken counts once: after a broken connection send the whole again.
         */
        post: operations["importOpenItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/customers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take customers, as JSON lines or CSV, of any number.
         * @description A code is one customer: name, IBANs and terms of payment replace what was known. Rows are taken in batches as they arrive. The first that can not be taken ends the import with 422 and its line; what came before it stays. Sent again, what was taken counts once: after a broken connection send the whole again.
         */
        post: operations["importCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/exchange-rates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take exchange rates, as JSON lines or CSV, of any number.
         * @description A currency has one rate a day: units for one of the base currency. Another replaces it; what was booked by it stays. Rows are taken in batches as they arrive. The first that can not be taken ends the import with 422 and its line; what came before it stays. Sent again, what was taken counts once: after a broken connection send the whole again.
         */
        post: operations["importExchangeRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/collections/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take collections of direct debits, as JSON lines or CSV.
         * @description A row is an amount of one document in one debit. A collection is taken whole or not at all, once. Where a row can not be read nothing is taken. Sent again, what was taken counts once.
         */
        post: operations["importCollections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/open-items/import-fec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what customers owe from a FEC (fichier des écritures comptables).
         * @description Bytes as the accounts wrote them, any of the encodings and separators that the law allows: docs/formats/fec.md. What can be read is taken, and each line that can not is told. Sent again, what was taken counts once.
         */
        post: operations["importFec"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the exchange rates of a currency or of all, the latest day first.
         * @description A day without a rate has that of the last seven days that has one.
         */
        get: operations["listExchangeRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove the books: the five equations over everything, and the current state made again.
         * @description Made while the caller waits, one at a time. `sequence` and `hash` are an earlier head of the audit chain, kept outside, that the chain must still have.
         */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/match-rules/calibration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what the ledger's own record says of each kind of evidence.
         * @description In shadow: it decides nothing. `wrong` of `of` is the share of wrong ones that a ledger allows itself.
         */
        get: operations["getCalibration"];
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
    "/v1/ledgers/{ledger}/jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a job that is dead tried again, as often as at first. */
        post: operations["retryJob"];
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
        /** List disputes by the due date of the document, the earliest first. */
        get: operations["listDisputes"];
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
        /** Show what may be written off and what takes two people, now and as it was set before. */
        get: operations["getTolerances"];
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
        /** List up to which day the books were closed and when; the first is the one that counts. */
        get: operations["listPeriodCloses"];
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
    "/v1/ledgers/{ledger}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was asked and takes two people, the latest first. */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/approvals/{approvalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what was asked, by whom, which limits it passes, and what the second person said. */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/approvals/{approvalId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a request of somebody else, which carries it out, or reject it.
         * @description It is carried out as its author’s, on the books as they are now, or refused as its own route would. When what the author saw has changed, it is withdrawn and has to be asked anew.
         */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/approvals/{approvalId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a request of one’s own before it is decided. */
        post: operations["withdrawApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what people did, the latest first, with what it booked and whether that was taken back. */
        get: operations["listCommands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/commands/{commandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a command that was carried out; one that waits for a second person is an approval.
         * @description After a lost answer: 404 here and for the approval of this id says that nothing was done.
         */
        get: operations["getCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the postings of some days with their lines, the latest day first.
         * @description The days are those of the postings, both included. For whole books there are exports.
         */
        get: operations["listPostings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/postings/{postingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a posting with its lines, their letters, and what took it back. */
        get: operations["getPosting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/disputes/{disputeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a dispute and all that happened to it.
         * @description Its `ETag` is what changing it asks for as `If-Match`.
         */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/dispute-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the reasons that a dispute may have, by category. */
        get: operations["listDisputeReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/dispute-synthesis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell all that is overdue by the cause for which it is not paid, and how that changed.
         * @description Each overdue document counts once, with what is left of it, for its largest open dispute.
         */
        get: operations["getDisputeSynthesis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/dispute-causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell how much is disputed for which reason, and how long it takes to settle. */
        get: operations["listDisputeCauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/letterings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the letter groups of a customer, by account, the code that was given last first. */
        get: operations["listLetterings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/letterings/{letteringId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a letter group with its documents, its lines and its history. */
        get: operations["getLettering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers by code, name or what they owe today, in one currency. */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a customer, what it owes today, and who pays for it. */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/customers/{customerId}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents of a customer with what cleared them, the last issued first; now or as it was known. */
        get: operations["listAccountItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/customers/{customerId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the payments that cleared something of a customer, or are on its account, the newest first. */
        get: operations["listPaymentsOfCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened to the books, the latest first.
         * @description With a filter, a page looks through 50,000 events and no more: it may have few items or none, and a `next`.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the last event of the audit chain, to be kept where nobody who writes the books can write.
         * @description Its `ETag` is the hash: with `If-None-Match` the answer is 304 while nothing happened.
         */
        get: operations["getAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/aged-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what customers owe by days past due, now or as it was known; with the totals. */
        get: operations["getAgedBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/aged-balance/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what customers owe document by document, the earliest due date first. */
        get: operations["listAgedDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/unapplied-cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell the money that no document claims, by how long it has been so, now or as it was known. */
        get: operations["getUnappliedCash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how much was applied without a person, how much of it was taken back, and how long it took.
         * @description Of the payments booked from `from` to `to`: 366 days at most.
         */
        get: operations["getMatchingRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/days-sales-outstanding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell the days of sales that are outstanding, by count-back, month by month. */
        get: operations["getSalesOutstanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/reports/night": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what came, what was proved, what was applied, and what waits and why. */
        get: operations["getNightReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the exports, the latest asked for first. */
        get: operations["listExports"];
        put?: never;
        /**
         * Ask for an export; it is made from one moment of the books.
         * @description The key becomes the id of the export: asking again with it is asking once. Follow `state` at the address in `Location`; when it is `ready`, its bytes are at `…/bytes`.
         */
        post: operations["requestExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an export and whether it is made. */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/exports/{exportId}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the bytes of an export that is ready. */
        get: operations["getExportBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the receivers of this ledger: how far each was told, and its dead letters. */
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledgers/{ledger}/webhooks/{webhook}/dead-letters/{deadLetterId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the events of a dead letter once more, now. */
        post: operations["resendDeadLetter"];
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
            /** @description Grows with every change of the item. */
            version: number;
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
            /** @description Grows with every change of the item. */
            version: number;
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
        /** @description What came of the rows of an import. */
        Imported: {
            added: number;
            changed: number;
            /** @description Open items that are open no more, among those added and changed. */
            closed: number;
            unchanged: number;
            /** @description Rows older than what is known of their item: passed over. */
            stale: number;
        };
        /** @description What came of the lines of a FEC. */
        FecImported: {
            added: number;
            changed: number;
            /** @description Open items that are open no more, among those added and changed. */
            closed: number;
            unchanged: number;
            /** @description Rows older than what is known of their item: passed over. */
            stale: number;
            refusedCount: number;
            /** @description The first 1000 lines that were not taken, and why. */
            refused: {
                line: number;
                code: string;
                message: string;
                found: string | null;
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
        /**
         * @description A person's decision about a file that was set aside.
         * @example {
         *       "as": "discard",
         *       "reason": "The bank sent this day twice."
         *     }
         */
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
        /** @description What was asked for a payment and waits for a second person, and why. */
        WaitingCommand: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "settle_payment" | "accept_proposal" | "decline_proposal" | "net_items" | "write_off" | "transfer_item" | "refund_credit" | "reverse_posting" | "close_period" | "set_tolerances" | "confirm_payer" | "open_dispute" | "change_dispute" | "resolve_dispute" | "reopen_dispute" | "set_dispute_reason" | "apply_collection" | "return_payment";
            author: string;
            reason: string;
            limits: {
                limit: string;
                found: string;
                allowed: string;
            }[];
            /** Format: date-time */
            requestedAt: string;
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
            /** @description The oldest first; `GET …/approvals/{id}` has all of each. */
            waitingCommands: components["schemas"]["WaitingCommand"][];
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
        /** @description `baseAmount`: in the base currency of the ledger, where `amount` is not and its value is known. `lettering`: upper case when its group is balanced, lower case while partial, no code once un-lettered. */
        PostingLine: {
            account: string;
            accountLabel: string;
            customer: components["schemas"]["Customer"] | null;
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            side: "credit" | "debit";
            amount: components["schemas"]["Amount"];
            baseAmount: components["schemas"]["Amount"] | null;
            lettering: {
                /** Format: uuid */
                id: string;
                code: string | null;
            } | null;
        };
        /** @description What was booked. `cash`: what it uses of its payment; negative, gives back. */
        Posting: {
            /** Format: uuid */
            id: string;
            journal: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            postingDate: string;
            /**
             * @description What it records: an entry of the bank, a payment that a run applied, or a command of a person.
             * @enum {string}
             */
            source: "entry" | "application" | "command";
            /** Format: uuid */
            sourceId: string;
            label: string;
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
            cash: components["schemas"]["Amount"] | null;
            /** Format: uuid */
            reversesPostingId: string | null;
            /** @description What takes it back and still stands: a person (`taken_back`), or a payment that came back. */
            reversals: {
                /** Format: uuid */
                postingId: string;
                label: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                postingDate: string;
                /** Format: uuid */
                commandId: string | null;
            }[];
            lines: components["schemas"]["PostingLine"][];
        };
        /** @description A record that a command names: whose payment, which document, which customer, which posting. */
        CommandSubject: {
            /** @enum {string} */
            kind: "payment" | "open_item" | "customer" | "posting" | "dispute";
            /** Format: uuid */
            id: string;
            label: string | null;
            amount: components["schemas"]["Amount"] | null;
            customer: components["schemas"]["Customer"] | null;
        };
        /** @description A command that one person may not do alone: its id is the id of the command. */
        Approval: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "settle_payment" | "accept_proposal" | "decline_proposal" | "net_items" | "write_off" | "transfer_item" | "refund_credit" | "reverse_posting" | "close_period" | "set_tolerances" | "confirm_payer" | "open_dispute" | "change_dispute" | "resolve_dispute" | "reopen_dispute" | "set_dispute_reason" | "apply_collection" | "return_payment";
            reason: string;
            /** @description As it was asked: the body of the route of its `kind`, with the ids of the path and the version seen. */
            request: unknown;
            /** @description In the order of the request, 20 at most. */
            subjects: components["schemas"]["CommandSubject"][];
            /** @enum {string} */
            state: "waiting" | "approved" | "rejected" | "withdrawn";
            author: string;
            /** Format: date-time */
            requestedAt: string;
            /** @description The hash of what was asked: an approval names it. */
            requestSha256: string;
            reasons: {
                limit: string;
                found: string;
                allowed: string;
            }[];
            version: number;
            decision: {
                /** @enum {string} */
                decision: "approved" | "rejected" | "withdrawn";
                by: string;
                reason: string;
                /** Format: date-time */
                decidedAt: string;
            } | null;
        };
        /** @description What a person did: asked and carried out, with what it booked. */
        DoneCommand: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "settle_payment" | "accept_proposal" | "decline_proposal" | "net_items" | "write_off" | "transfer_item" | "refund_credit" | "reverse_posting" | "close_period" | "set_tolerances" | "confirm_payer" | "open_dispute" | "change_dispute" | "resolve_dispute" | "reopen_dispute" | "set_dispute_reason" | "apply_collection" | "return_payment";
            reason: string;
            /** @description As it was asked: the body of the route of its `kind`, with the ids of the path and the version seen. */
            request: unknown;
            /** @description In the order of the request, 20 at most. */
            subjects: components["schemas"]["CommandSubject"][];
            actor: string;
            approver: string | null;
            /** Format: date-time */
            doneAt: string;
            /** @description As the route of its `kind` answered. */
            outcome: unknown;
            postings: components["schemas"]["Posting"][];
            /** @description Something that it booked was taken back, by a person or a payment. */
            isReversed: boolean;
        };
        /** @description What became of the command; `outcome` is null when it was not carried out. */
        DecidedApproval: {
            /** Format: uuid */
            commandId: string;
            /**
             * @description `done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the author or because the books changed: nothing was done nor will be.
             * @enum {string}
             */
            state: "done" | "waiting" | "rejected" | "withdrawn";
            /** @description As the route of its `kind` answered. */
            outcome: unknown;
        };
        /** @description What a customer does not pay of a document, and why. `residual`: what is left of the document. */
        Dispute: {
            /** Format: uuid */
            id: string;
            /** @description To be sent, as `If-Match`, with what changes the dispute. */
            version: number;
            /** @enum {string} */
            state: "open" | "resolved";
            resolution: ("credit_note" | "write_off" | "payment" | "rejection") | null;
            customer: components["schemas"]["Customer"];
            item: {
                /** Format: uuid */
                id: string;
                documentNumber: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                dueDate: string;
            };
            residual: components["schemas"]["Amount"];
            amount: components["schemas"]["Amount"];
            /** @enum {string} */
            openedFrom: "short_payment" | "residual" | "invoice" | "return";
            /** Format: uuid */
            paymentId: string | null;
            /**
             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
             * @enum {string}
             */
            category: "A" | "B" | "C" | "D" | "E";
            reason: {
                code: string;
                label: string;
            };
            owner: string | null;
            department: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueDate: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
        };
        /** @description A dispute and all that happened to it. */
        DisputeHistory: {
            /** Format: uuid */
            id: string;
            /** @description To be sent, as `If-Match`, with what changes the dispute. */
            version: number;
            /** @enum {string} */
            state: "open" | "resolved";
            resolution: ("credit_note" | "write_off" | "payment" | "rejection") | null;
            customer: components["schemas"]["Customer"];
            item: {
                /** Format: uuid */
                id: string;
                documentNumber: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                dueDate: string;
            };
            residual: components["schemas"]["Amount"];
            amount: components["schemas"]["Amount"];
            /** @enum {string} */
            openedFrom: "short_payment" | "residual" | "invoice" | "return";
            /** Format: uuid */
            paymentId: string | null;
            /**
             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
             * @enum {string}
             */
            category: "A" | "B" | "C" | "D" | "E";
            reason: {
                code: string;
                label: string;
            };
            owner: string | null;
            department: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueDate: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description What stood after each, in the order in which they happened. */
            events: {
                /** @enum {string} */
                kind: "opened" | "commented" | "assigned" | "rescheduled" | "recategorised" | "amount_changed" | "resolved" | "reopened";
                actor: string;
                /** Format: date-time */
                happenedAt: string;
                comment: string | null;
                amount: components["schemas"]["Amount"] | null;
                category: string | null;
                reasonCode: string | null;
                owner: string | null;
                department: string | null;
                dueDate: string | null;
                resolution: string | null;
            }[];
        };
        /** @description A cause in the company's own words, in one of the five categories. */
        DisputeReason: {
            code: string;
            /**
             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
             * @enum {string}
             */
            category: "A" | "B" | "C" | "D" | "E";
            label: string;
            department: string | null;
        };
        /** @description All that is overdue, by the cause for which it is not paid; `unqualified`: nobody has said. */
        DisputeSynthesis: {
            /** Format: date-time */
            asOf: string;
            rows: {
                /** @enum {string} */
                status: "A" | "B" | "C" | "D" | "E" | "unqualified";
                amount: components["schemas"]["Amount"];
                invoiceCount: number;
                customerCount: number;
                /** @description Of the amount of all, in thousandths. */
                sharePermille: number;
            }[];
            /** @description A customer in several rows is one. */
            total: {
                amount: components["schemas"]["Amount"];
                invoiceCount: number;
                customerCount: number;
            };
        };
        /** @description Disputes of one reason. Cycle: days from the first opening to the last resolution, of those that are resolved. Age: days since they were opened, of those that are open. */
        DisputeCause: {
            /**
             * @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.
             * @enum {string}
             */
            category: "A" | "B" | "C" | "D" | "E";
            reasonCode: string;
            label: string;
            amount: components["schemas"]["Amount"];
            count: number;
            resolvedCount: number;
            medianCycleDays: number | null;
            p90CycleDays: number | null;
            openCount: number;
            open: components["schemas"]["Amount"];
            medianAgeDays: number | null;
            oldestAgeDays: number | null;
        };
        /** @description Limits in the base currency; version 0 is what counts until the ledger sets its own. */
        Tolerances: {
            version: number;
            writeOff: components["schemas"]["Amount"];
            /** @description Of the document, in 1/10,000. */
            writeOffBp: number;
            writeOffMonthly: components["schemas"]["Amount"];
            approveWriteOff: components["schemas"]["Amount"];
            approveRefund: components["schemas"]["Amount"];
            approveTransfer: components["schemas"]["Amount"];
            /** Format: date-time */
            setAt: string | null;
            setBy: string | null;
            approver: string | null;
            /** Format: uuid */
            commandId: string | null;
        };
        /** @description A letter group of an account of a customer. Its code is never given to another. */
        Lettering: {
            /** Format: uuid */
            id: string;
            account: string;
            customer: components["schemas"]["Customer"];
            currency: string;
            /** @enum {string} */
            state: "lettered" | "partly_lettered" | "unlettered";
            /** @description Upper case when balanced, lower case while partial and once un-lettered. */
            code: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            letteringDate: string | null;
            /**
             * Format: date-time
             * @description When it came into this state.
             */
            since: string;
        };
        /** @description A letter group, what is in it, and how it came to be. */
        LetteringGroup: {
            /** Format: uuid */
            id: string;
            account: string;
            customer: components["schemas"]["Customer"];
            currency: string;
            /** @enum {string} */
            state: "lettered" | "partly_lettered" | "unlettered";
            /** @description Upper case when balanced, lower case while partial and once un-lettered. */
            code: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            letteringDate: string | null;
            /**
             * Format: date-time
             * @description When it came into this state.
             */
            since: string;
            /** @description With what the group clears of each. */
            documents: {
                /** Format: uuid */
                openItemId: string;
                documentNumber: string;
                /** @enum {string} */
                kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
                /**
                 * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
                 * @enum {string}
                 */
                side: "credit" | "debit";
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                dueDate: string;
                cleared: components["schemas"]["Amount"];
            }[];
            /** @description Of postings, on the account of the group. */
            lines: {
                /** Format: uuid */
                postingId: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                postingDate: string;
                label: string;
                /**
                 * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
                 * @enum {string}
                 */
                side: "credit" | "debit";
                amount: components["schemas"]["Amount"];
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
            }[];
            /** @description In the order in which they happened. */
            events: {
                /** @enum {string} */
                kind: "lettered" | "partly_lettered" | "unlettered";
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                letteringDate: string | null;
                reason: string;
                actor: string;
                /** Format: date-time */
                happenedAt: string;
            }[];
        };
        /** @description What a customer owes in one currency. `overdue` and `disputed` are part of `open`; `credits` (credit notes, money on account, what is to be paid back) lower none of them: nobody has said what they pay. */
        CustomerBalance: {
            openCount: number;
            open: components["schemas"]["Amount"];
            overdue: components["schemas"]["Amount"];
            disputed: components["schemas"]["Amount"];
            credits: components["schemas"]["Amount"];
        };
        /** @description A customer and what is open today. */
        CustomerSummary: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            paymentTerms: string | null;
            version: number;
            /** @description One for each currency in which something is open. */
            balances: components["schemas"]["CustomerBalance"][];
        };
        /** @description A customer, what is open today, and who pays for it. */
        CustomerDetails: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            paymentTerms: string | null;
            version: number;
            /** @description One for each currency in which something is open. */
            balances: components["schemas"]["CustomerBalance"][];
            /** @description As the ERP told them. */
            ibans: string[];
            /** @description Who people confirmed to pay for the customer, the last confirmed first. */
            payers: {
                /** @enum {string} */
                kind: "iban" | "name";
                value: string;
                confirmedCount: number;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                lastDate: string;
            }[];
            openDisputeCount: number;
        };
        /** @description A document on the account of a customer, and all that cleared it, with the letters. `disputed` is told as it is now, not as of an earlier moment. */
        AccountItem: {
            /** Format: uuid */
            id: string;
            documentNumber: string;
            /** @enum {string} */
            kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
            account: string;
            /**
             * @description `open` while something is left of the item.
             * @enum {string}
             */
            status: "open" | "closed";
            /**
             * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
             * @enum {string}
             */
            side: "credit" | "debit";
            amount: components["schemas"]["Amount"];
            residual: components["schemas"]["Amount"];
            disputed: components["schemas"]["Amount"] | null;
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
            /** @description Of what is owed: ≤ 0 while it is not past due. */
            daysPastDue: number | null;
            allocations: components["schemas"]["Allocation"][];
        };
        /** @description `hash` is the SHA-256 of `previousHash`, a line feed and `body`; the first event follows 64 zeros. */
        AuditEvent: {
            /** @description 1, 2, 3… in each ledger. */
            sequence: number;
            /** @example payment.applied */
            type: string;
            subject: string;
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description What the event tells, by its type. */
            details: unknown;
            /** @description All of this as canonical JSON, byte for byte as it is kept. */
            body: string;
            previousHash: string;
            hash: string;
        };
        /** @description The last event. Kept elsewhere, it proves later that nothing before it was rewritten. */
        AuditHead: {
            /** @description 1, 2, 3… in each ledger. */
            sequence: number;
            hash: string;
            at: string | null;
        };
        /** @description What one customer owes in one currency, by days past due. Credits and money on account stand beside the buckets and lower none of them: nobody has said what they pay. */
        AgedRow: {
            customer: components["schemas"]["Customer"];
            notDue: components["schemas"]["Amount"];
            /** @description A bucket more than there are limits: the last is open. */
            pastDue: components["schemas"]["Amount"][];
            owed: components["schemas"]["Amount"];
            credits: components["schemas"]["Amount"];
            onAccount: components["schemas"]["Amount"];
        };
        /** @description Of all customers. */
        AgedTotal: {
            notDue: components["schemas"]["Amount"];
            /** @description A bucket more than there are limits: the last is open. */
            pastDue: components["schemas"]["Amount"][];
            owed: components["schemas"]["Amount"];
            credits: components["schemas"]["Amount"];
            onAccount: components["schemas"]["Amount"];
        };
        /** @description A document that is owed, and how long it has been due. */
        AgedDocument: {
            /** Format: uuid */
            id: string;
            documentNumber: string;
            /** @enum {string} */
            kind: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
            customer: components["schemas"]["Customer"];
            amount: components["schemas"]["Amount"];
            residual: components["schemas"]["Amount"];
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
            daysPastDue: number;
            /** @description 0: not due; from 1: of the limits asked for. */
            bucket: number;
        };
        /** @description Money that no document claims, of one kind and currency, by age in days. */
        UnappliedCash: {
            /**
             * @description `money_in` and `money_out`: in suspense, payer or purpose unknown. The others are of a customer.
             * @enum {string}
             */
            kind: "money_in" | "money_out" | "on_account" | "advance";
            count: number;
            amount: components["schemas"]["Amount"];
            /** @description A bucket more than there are limits: the last is open. */
            byAge: {
                count: number;
                amount: components["schemas"]["Amount"];
            }[];
        };
        /** @description Of money in booked in the period. `automatic`: applied to the last cent by runs alone, and not taken back. automaticPpm = automatic / received, by count; automaticAmountPpm by amount. precisionPpm = 1 - takenBackOfRuns / appliedByRuns. Reversal: takenBackOfRuns / appliedByRuns, takenBackOfPersons / settledByPersons. What a bank returned is not taken back. Null: nothing to divide by. */
        MatchingRates: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            to: string;
            received: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            automatic: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            byPersons: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            waiting: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            appliedByRuns: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            takenBackOfRuns: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            settledByPersons: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            takenBackOfPersons: {
                count: number;
                amount: components["schemas"]["Amount"];
            };
            /** @description In millionths. */
            automaticPpm: number | null;
            /** @description In millionths. */
            automaticAmountPpm: number | null;
            /** @description In millionths. */
            precisionPpm: number | null;
            /** @description In millionths. */
            reversalOfRunsPpm: number | null;
            /** @description In millionths. */
            reversalOfPersonsPpm: number | null;
            /** @description From the arrival of the file to the last application, of payments applied to the last cent. */
            timeToApply: {
                all: {
                    count: number;
                    medianSeconds: number | null;
                    p90Seconds: number | null;
                };
                automatic: {
                    count: number;
                    medianSeconds: number | null;
                    p90Seconds: number | null;
                };
                byPersons: {
                    count: number;
                    medianSeconds: number | null;
                    p90Seconds: number | null;
                };
            };
        };
        /** @description DSO by count-back, in days with one decimal: the sales of each month, VAT included and less credit notes, are taken off what is owed, the latest first; whole months count their days, the last counts what is left / sales x days. `days` is null when more is owed (`uncovered`) than all known months sold. */
        SalesOutstanding: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            day: string;
            days: string | null;
            owed: components["schemas"]["Amount"];
            uncovered: components["schemas"]["Amount"];
            /** @description That were counted back, the latest first. */
            months: {
                /** @example 2026-03 */
                month: string;
                sales: components["schemas"]["Amount"];
                days: number;
                counted: string;
            }[];
        };
        /** @description What came, what was proved, what was applied, what waits and why. */
        NightReport: {
            /** @description Each proved: opening + credits - debits = closing. */
            statements: {
                account: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                statementDate: string;
                opening: components["schemas"]["Amount"];
                credits: components["schemas"]["Amount"];
                debits: components["schemas"]["Amount"];
                closing: components["schemas"]["Amount"];
                entryCount: number;
            }[];
            /** @description Numbers of the bank's sequence that no statement has, though the balances continue. */
            missingNumbers: {
                account: string;
                /**
                 * Format: date
                 * @example 2026-03-31
                 */
                after: string;
                from: number;
                to: number;
            }[];
            /** @description Kept aside: quarantined or held. */
            files: {
                sha256: string;
                name: string;
                state: string;
                findings: components["schemas"]["Finding"][];
            }[];
            payments: {
                /**
                 * @description Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.
                 * @enum {string}
                 */
                side: "credit" | "debit";
                /** @enum {string} */
                status: "received" | "applied" | "in_review";
                reason: string | null;
                count: number;
                amount: components["schemas"]["Amount"];
            }[];
            /** @description One for each currency: what is owed less what is owed to customers. */
            items: {
                openCount: number;
                open: components["schemas"]["Amount"];
                letteredGroupCount: number;
            }[];
        };
        /** @description What was asked to be taken out of the books, and whether it is there. */
        Export: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "lettering" | "postings" | "allocations" | "cash-events" | "aged-balance" | "disputes";
            /** @enum {string} */
            format: "csv" | "fec" | "jsonl";
            /**
             * Format: date
             * @example 2026-03-31
             */
            from: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            to: string | null;
            /** @description Of cash events: only what comes after it. */
            after: string | null;
            /**
             * @description `expired`: its bytes are deleted.
             * @enum {string}
             */
            state: "waiting" | "ready" | "failed" | "expired";
            fileName: string | null;
            mediaType: string | null;
            byteCount: number | null;
            /** @description Why it failed. */
            problem: string | null;
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            readyAt: string | null;
        };
        /** @description A receiver, and how far it was told. */
        Webhook: {
            name: string;
            /** @description Events that it was not sent yet; null: before the first look. */
            lag: number | null;
            /** @description How often the next delivery failed so far. */
            attempt: number;
            nextAttemptAt: string | null;
            problem: string | null;
            /** @description The latest hundred, latest first. */
            deadLetters: {
                id: string;
                fromSequence: string;
                throughSequence: string;
                problem: string;
                /** Format: date-time */
                failedAt: string;
                resentAt: string | null;
            }[];
        };
        /** @description Where statement files are fetched from. What it is, the configuration says alone. */
        Source: {
            name: string;
            /** @enum {string} */
            kind: "folder" | "sftp";
            pollSeconds: number;
            lastArrivalAt: string | null;
            /** @description A file should have come by now. */
            isOverdue: boolean;
            lastPull: {
                /** Format: date-time */
                endedAt: string;
                storedCount: number;
                /** @description Codes of what went wrong; docs/errors.md has the list. */
                problems: string[];
            } | null;
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
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text of Prometheus; docs/operations.md says what to watch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
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
    openLedger: {
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
                 *       "code": "FR02",
                 *       "name": "Filiale Lyon",
                 *       "baseCurrency": "EUR"
                 *     }
                 */
                "application/json": {
                    /** @example FR01 */
                    code: string;
                    name: string;
                    /**
                     * @description The currency the books are kept in; it stays.
                     * @enum {string}
                     */
                    baseCurrency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR" | "KPW" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN" | "UYU" | "UZS" | "VED" | "VES" | "WST" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW" | "ZWG" | "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" | "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" | "CLF" | "UYW";
                };
            };
        };
        responses: {
            /** @description It was there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example FR01 */
                        code: string;
                        name: string;
                        /**
                         * @description The currency the books are kept in; it stays.
                         * @enum {string}
                         */
                        baseCurrency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR" | "KPW" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN" | "UYU" | "UZS" | "VED" | "VES" | "WST" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW" | "ZWG" | "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" | "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" | "CLF" | "UYW";
                    };
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example FR01 */
                        code: string;
                        name: string;
                        /**
                         * @description The currency the books are kept in; it stays.
                         * @enum {string}
                         */
                        baseCurrency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR" | "KPW" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN" | "UYU" | "UZS" | "VED" | "VES" | "WST" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW" | "ZWG" | "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" | "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" | "CLF" | "UYW";
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
    getLedger: {
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
            /** @description The ledger. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example FR01 */
                        code: string;
                        name: string;
                        /**
                         * @description The currency the books are kept in; it stays.
                         * @enum {string}
                         */
                        baseCurrency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR" | "KPW" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN" | "UYU" | "UZS" | "VED" | "VES" | "WST" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW" | "ZWG" | "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" | "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" | "CLF" | "UYW";
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
    putBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currency": "EUR",
                 *       "name": "Main account",
                 *       "glAccount": "512100",
                 *       "masterFormat": "camt.053"
                 *     }
                 */
                "application/json": {
                    /** @example EUR */
                    currency: string;
                    name: string;
                    /** @description Account of the general ledger, 3 to 12 digits. */
                    glAccount: string;
                    /**
                     * @description The format that is posted.
                     * @example camt.053
                     */
                    masterFormat?: string;
                    /** @description Other numbers under which banks name it; all of them. */
                    aliases?: string[];
                    /** @enum {string} */
                    onMissingStatement?: "hold" | "publish" | "quarantine";
                    /** @enum {string} */
                    onAbsentBalance?: "hold" | "publish" | "quarantine";
                    /** @enum {string} */
                    onTotalsMismatch?: "hold" | "publish" | "quarantine";
                    /** @enum {string} */
                    onSequenceGap?: "hold" | "publish" | "quarantine";
                    /** @enum {string} */
                    onBalanceMismatch?: "hold" | "quarantine";
                };
            };
        };
        responses: {
            /** @description What came of it; the same again is `unchanged`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `stale`: older than what is known, and passed over.
                         * @enum {string}
                         */
                        outcome: "added" | "changed" | "unchanged" | "stale";
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
    putCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Boulangerie Martin",
                 *       "ibans": [
                 *         "FR7630006000011234567890189"
                 *       ],
                 *       "paymentTerms": "net:30"
                 *     }
                 */
                "application/json": {
                    name: string;
                    ibans?: string[];
                    /** @description `net:30`, `eom:45`, `eom_then:45`. */
                    paymentTerms?: string;
                };
            };
        };
        responses: {
            /** @description What came of it; the same again is `unchanged`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `stale`: older than what is known, and passed over.
                         * @enum {string}
                         */
                        outcome: "added" | "changed" | "unchanged" | "stale";
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
    putOpenItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerCode": "C-1042",
                 *       "kind": "invoice",
                 *       "currency": "EUR",
                 *       "amount": "1200.00",
                 *       "issueDate": "2026-03-01"
                 *     }
                 */
                "application/json": {
                    customerCode: string;
                    /** @enum {string} */
                    kind: "invoice" | "credit_note" | "down_payment";
                    /** @example EUR */
                    currency: string;
                    /**
                     * @description A decimal of the currency.
                     * @example 1200.00
                     */
                    amount: string;
                    /** Format: date */
                    issueDate: string;
                    /**
                     * Format: date
                     * @description Else from the customer's terms.
                     */
                    dueDate?: string;
                    /**
                     * @description What is open; all of it unless said. 0 closes the item.
                     * @example 1200.00
                     */
                    residual?: string;
                    creditorReference?: string;
                    purchaseOrder?: string;
                    /** @example 2 */
                    discountPercent?: string;
                    /** Format: date */
                    discountUntil?: string;
                    vat?: string;
                    /**
                     * @description A decimal of the currency.
                     * @example 1200.00
                     */
                    baseAmount?: string;
                    /**
                     * Format: date
                     * @description The day the ERP says so.
                     */
                    asOf?: string;
                };
            };
        };
        responses: {
            /** @description What came of it; the same again is `unchanged`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `stale`: older than what is known, and passed over.
                         * @enum {string}
                         */
                        outcome: "added" | "changed" | "unchanged" | "stale";
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
    listSources: {
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
            /** @description All. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Source"][];
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
    pullSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is looked at next. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
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
                kind?: "invoice" | "credit_note" | "down_payment" | "on_account" | "advance" | "retention" | "refund";
                /** @description `open` while something is left of the item. */
                status?: "open" | "closed";
                /** @example 2026-03-31 */
                dueBefore?: string;
                /** @description The beginning of a document number, the amount of a document (`1250.50`), or a part of the code or name of the customer. What has decimals is an amount, and no part of a name. */
                search?: string;
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
    importOpenItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        /** @description One JSON object a line, or a CSV with a heading. */
        requestBody: {
            content: {
                /** @example {"customerCode":"C-1042","documentNumber":"FA-2026-0117","kind":"invoice","currency":"EUR","amount":"1200.00","issueDate":"2026-03-01","dueDate":"2026-03-31"} */
                "application/x-ndjson": string;
                /** @example {"customerCode":"C-1042","documentNumber":"FA-2026-0117","kind":"invoice","currency":"EUR","amount":"1200.00","issueDate":"2026-03-01","dueDate":"2026-03-31"} */
                "application/jsonl": string;
                /** @example {"customerCode":"C-1042","documentNumber":"FA-2026-0117","kind":"invoice","currency":"EUR","amount":"1200.00","issueDate":"2026-03-01","dueDate":"2026-03-31"} */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What came of the rows of an import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
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
    importCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        /** @description One JSON object a line, or a CSV with a heading. */
        requestBody: {
            content: {
                /** @example {"code":"C-1042","name":"Boulangerie Martin","ibans":["FR7630006000011234567890189"]} */
                "application/x-ndjson": string;
                /** @example {"code":"C-1042","name":"Boulangerie Martin","ibans":["FR7630006000011234567890189"]} */
                "application/jsonl": string;
                /** @example {"code":"C-1042","name":"Boulangerie Martin","ibans":["FR7630006000011234567890189"]} */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What came of the rows of an import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
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
    importExchangeRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        /** @description One JSON object a line, or a CSV with a heading. */
        requestBody: {
            content: {
                /** @example {"currency":"USD","rateDate":"2026-03-02","rate":"1.0842","source":"ECB"} */
                "application/x-ndjson": string;
                /** @example {"currency":"USD","rateDate":"2026-03-02","rate":"1.0842","source":"ECB"} */
                "application/jsonl": string;
                /** @example {"currency":"USD","rateDate":"2026-03-02","rate":"1.0842","source":"ECB"} */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What came of the rows of an import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
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
    importCollections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        /** @description One JSON object a line, or a CSV with a heading. */
        requestBody: {
            content: {
                /** @example {"reference":"SDD-0001","collectionDate":"2026-03-02","scheme":"core","endToEndId":"E-1","customerCode":"C-1042","documentNumber":"FA-2026-0117","amount":"1200.00","collectionAmount":"1200.00"} */
                "application/x-ndjson": string;
                /** @example {"reference":"SDD-0001","collectionDate":"2026-03-02","scheme":"core","endToEndId":"E-1","customerCode":"C-1042","documentNumber":"FA-2026-0117","amount":"1200.00","collectionAmount":"1200.00"} */
                "application/jsonl": string;
                /** @example {"reference":"SDD-0001","collectionDate":"2026-03-02","scheme":"core","endToEndId":"E-1","customerCode":"C-1042","documentNumber":"FA-2026-0117","amount":"1200.00","collectionAmount":"1200.00"} */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What came of the rows of an import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
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
    importFec: {
        parameters: {
            query?: {
                /**
                 * @description The day on which it was written.
                 * @example 2026-03-31
                 */
                asOf?: string;
                /** @description Beginnings of the accounts that customers owe on. */
                accounts?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
            };
            cookie?: never;
        };
        /** @description The file, byte for byte. */
        requestBody: {
            content: {
                /** @example JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise */
                "text/plain": string;
                /** @example JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise */
                "text/csv": string;
                /** @example JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise */
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What came of the lines of a FEC. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FecImported"];
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
    listExchangeRates: {
        parameters: {
            query?: {
                currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR" | "KPW" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN" | "UYU" | "UZS" | "VED" | "VES" | "WST" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW" | "ZWG" | "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" | "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" | "CLF" | "UYW";
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
            /** @description A page of rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD" | "HKD" | "HNL" | "HRK" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR" | "KPW" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN" | "UYU" | "UZS" | "VED" | "VES" | "WST" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW" | "ZWG" | "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" | "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" | "CLF" | "UYW";
                            /**
                             * Format: date
                             * @example 2026-03-31
                             */
                            rateDate: string;
                            /**
                             * @description Units of the currency for one of the base currency.
                             * @example 1.0842
                             */
                            rate: string;
                            source: string;
                        }[];
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
    verifyLedger: {
        parameters: {
            query?: {
                /** @description 1, 2, 3… in each ledger. */
                sequence?: number;
                hash?: string;
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
            /** @description The proof, or what speaks against it: the first 1,000 findings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Nothing was found. */
                        holds: boolean;
                        violationCount: number;
                        violations: {
                            /** @enum {string} */
                            equation: "statement_proves" | "payment_adds_up" | "item_adds_up" | "postings_balance" | "audit_chain_whole";
                            check: string;
                            /** @description The row that is off. */
                            subject: string;
                            /** @description By how much, or how. */
                            off: string;
                        }[];
                        checkedCounts: {
                            statement_proves: number;
                            payment_adds_up: number;
                            item_adds_up: number;
                            postings_balance: number;
                            audit_chain_whole: number;
                        };
                        auditHead: {
                            /** @description 1, 2, 3… in each ledger. */
                            sequence: number;
                            hash: string;
                        };
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
    getCalibration: {
        parameters: {
            query?: {
                wrong?: number;
                of?: number;
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
            /** @description By kind of evidence, as the budget would be spent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        confirmedCount: number;
                        budget: {
                            wrong: number;
                            of: number;
                        };
                        cells: {
                            /** @description A kind of evidence, in words. */
                            cell: string;
                            /** @description Of the ladder that applies it; null: none does. */
                            rule: string | null;
                            right: number;
                            wrong: number;
                            /** @description The share of right ones is no lower, at 97.5 %; of a million. */
                            lowerBoundPpm: number;
                            /** @enum {string} */
                            decision: "apply" | "ask" | "unknown";
                            because: string;
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
    retryJob: {
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
            /** @description It is taken next. */
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
    listDisputes: {
        parameters: {
            query?: {
                state?: "open" | "resolved";
                /** @description A invoicing, B delivery or service, C administration, D solvency, E nobody chased it. */
                category?: "A" | "B" | "C" | "D" | "E";
                /** @description The customer's code in the ERP. */
                customer?: string;
                /** @description Who sees to it. */
                owner?: string;
                /**
                 * @description Its next step is due on an earlier day.
                 * @example 2026-03-31
                 */
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
            /** @description A page of disputes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dispute"][];
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
    getTolerances: {
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
            /** @description The history has the latest first, and all of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        current: components["schemas"]["Tolerances"];
                        history: components["schemas"]["Tolerances"][];
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
    listPeriodCloses: {
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
                        items: {
                            /**
                             * Format: date
                             * @example 2026-03-31
                             */
                            closedThrough: string;
                            /** Format: date-time */
                            closedAt: string;
                            closedBy: string | null;
                            /** Format: uuid */
                            commandId: string;
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
    listApprovals: {
        parameters: {
            query?: {
                state?: "waiting" | "approved" | "rejected" | "withdrawn";
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
            /** @description A page of requests for approval. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Approval"][];
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
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A command that one person may not do alone: its id is the id of the command. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
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
    decideApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "approved",
                 *       "requestSha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                 *       "reason": "Agreed on the phone with Mme Martin."
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "approved" | "rejected";
                    /** @description Of the request that was looked at: another is refused. */
                    requestSha256: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What became of the command; `outcome` is null when it was not carried out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedApproval"];
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
    withdrawApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "requestSha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                 *       "reason": "Asked by mistake."
                 *     }
                 */
                "application/json": {
                    /** @description Of the request that was looked at: another is refused. */
                    requestSha256: string;
                    /**
                     * @description Why: kept in the audit chain for the auditor.
                     * @example Agreed on the phone with Mme Martin.
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What became of the command; `outcome` is null when it was not carried out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedApproval"];
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
    listCommands: {
        parameters: {
            query?: {
                kind?: "settle_payment" | "accept_proposal" | "decline_proposal" | "net_items" | "write_off" | "transfer_item" | "refund_credit" | "reverse_posting" | "close_period" | "set_tolerances" | "confirm_payer" | "open_dispute" | "change_dispute" | "resolve_dispute" | "reopen_dispute" | "set_dispute_reason" | "apply_collection" | "return_payment";
                /** @description Who asked. */
                actor?: string;
                /**
                 * @description Done on this day, in UTC, or later.
                 * @example 2026-03-31
                 */
                from?: string;
                /**
                 * @description Done on this day, in UTC, or earlier.
                 * @example 2026-03-31
                 */
                to?: string;
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
            /** @description A page of commands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DoneCommand"][];
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
    getCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a person did: asked and carried out, with what it booked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneCommand"];
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
    listPostings: {
        parameters: {
            query: {
                /** @example 2026-03-31 */
                from: string;
                /** @example 2026-03-31 */
                to: string;
                /** @example BQ */
                journal?: string;
                /** @description What it records: an entry of the bank, a payment that a run applied, or a command of a person. */
                source?: "entry" | "application" | "command";
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
            /** @description A page of postings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Posting"][];
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
    getPosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                postingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was booked. `cash`: what it uses of its payment; negative, gives back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posting"];
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
    getDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                disputeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A dispute and all that happened to it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeHistory"];
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
    listDisputeReasons: {
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
                        items: components["schemas"]["DisputeReason"][];
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
    getDisputeSynthesis: {
        parameters: {
            query?: {
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                /**
                 * @description An earlier moment to compare with.
                 * @example 2026-03-31
                 */
                since?: string | unknown | unknown;
                /**
                 * @description The ledger's own, if it is left away.
                 * @example EUR
                 */
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
            /** @description As of the moment asked for, and as of `since`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        now: components["schemas"]["DisputeSynthesis"];
                        former: components["schemas"]["DisputeSynthesis"] | null;
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
    listDisputeCauses: {
        parameters: {
            query?: {
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                /**
                 * @description The ledger's own, if it is left away.
                 * @example EUR
                 */
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
            /** @description By category, and in it the largest amount first. All of them: they are few. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        items: components["schemas"]["DisputeCause"][];
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
    listLetterings: {
        parameters: {
            query: {
                /** @description The customer's code in the ERP. */
                customer: string;
                /** @example 411 */
                account?: string;
                /**
                 * @description In either case.
                 * @example AB
                 */
                code?: string;
                state?: "lettered" | "partly_lettered" | "unlettered";
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
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
            /** @description A page of letter groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Lettering"][];
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
    getLettering: {
        parameters: {
            query?: {
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                letteringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A letter group, what is in it, and how it came to be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetteringGroup"];
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
    listCustomers: {
        parameters: {
            query?: {
                /** @description A part of the code or of the name, in any case. */
                search?: string;
                /** @description By code, if it is left away. */
                sort?: "code" | "name" | "open" | "overdue";
                /** @description Names and codes from A, amounts from the greatest, if it is left away. */
                order?: "ascending" | "descending";
                /**
                 * @description The ledger's own, if it is left away.
                 * @example EUR
                 */
                currency?: string;
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
            /** @description A page of customers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomerSummary"][];
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
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A customer, what is open today, and who pays for it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerDetails"];
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
    listAccountItems: {
        parameters: {
            query?: {
                /** @description `open` while something is left of the item. */
                status?: "open" | "closed";
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountItem"][];
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
    listPaymentsOfCustomer: {
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
                customerId: string;
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
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description The id of what it happened to. */
                subject?: string;
                /** @example payment.applied */
                type?: string;
                /** @description Who did it. */
                actor?: string;
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
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEvent"][];
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
    getAuditHead: {
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
            /** @description The last event. Kept elsewhere, it proves later that nothing before it was rewritten. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            /** @description Nothing happened since. */
            304: {
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
    getAgedBalance: {
        parameters: {
            query?: {
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                /**
                 * @description Last days past due of each bucket, rising; the last bucket is open. 30,60,90, if they are left away.
                 * @example 30,60,90
                 */
                buckets?: string;
                /** @description By code, if it is left away; amounts by currency. */
                sort?: "code" | "name" | "overdue" | "owed";
                /** @description Names and codes from A, amounts from the greatest, if it is left away. */
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
            /** @description A page of the balance. What is due on `day` is not past due. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        day: string;
                        buckets: number[];
                        /** @description One for each currency, on every page. */
                        totals: components["schemas"]["AgedTotal"][];
                        /** @description Payer or purpose unknown (471). */
                        suspense: components["schemas"]["Amount"][];
                        /** @description As they were asked for. */
                        items: components["schemas"]["AgedRow"][];
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
    listAgedDocuments: {
        parameters: {
            query?: {
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                /**
                 * @description Last days past due of each bucket, rising; the last bucket is open. 30,60,90, if they are left away.
                 * @example 30,60,90
                 */
                buckets?: string;
                /** @description The customer's code in the ERP. */
                customer?: string;
                /** @description 0: not due. */
                bucket?: number;
                /** @description Of all ages: what is past due, or what is not. */
                isPastDue?: boolean;
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
            /** @description A page of documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AgedDocument"][];
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
    getUnappliedCash: {
        parameters: {
            query?: {
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                /**
                 * @description Last days of each age, rising; the last bucket is open. 7,30,90, if they are left away.
                 * @example 7,30,90
                 */
                ages?: string;
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
            /** @description By currency and kind; a kind of which there is none is left out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @example 2026-03-31
                         */
                        day: string;
                        ages: number[];
                        items: components["schemas"]["UnappliedCash"][];
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
    getMatchingRates: {
        parameters: {
            query: {
                /** @example 2026-03-31 */
                from: string;
                /** @example 2026-03-31 */
                to: string;
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                /**
                 * @description The ledger's own, if it is left away.
                 * @example EUR
                 */
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
            /** @description Of money in booked in the period. `automatic`: applied to the last cent by runs alone, and not taken back. automaticPpm = automatic / received, by count; automaticAmountPpm by amount. precisionPpm = 1 - takenBackOfRuns / appliedByRuns. Reversal: takenBackOfRuns / appliedByRuns, takenBackOfPersons / settledByPersons. What a bank returned is not taken back. Null: nothing to divide by. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingRates"];
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
    getSalesOutstanding: {
        parameters: {
            query?: {
                /**
                 * @description As it was known then: a day (to its end, in UTC) or an instant with its zone. Now, if it is left away.
                 * @example 2026-03-31
                 */
                asOf?: string | unknown | unknown;
                /**
                 * @description The ledger's own, if it is left away.
                 * @example EUR
                 */
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
            /** @description DSO by count-back, in days with one decimal: the sales of each month, VAT included and less credit notes, are taken off what is owed, the latest first; whole months count their days, the last counts what is left / sales x days. `days` is null when more is owed (`uncovered`) than all known months sold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOutstanding"];
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
    getNightReport: {
        parameters: {
            query: {
                /**
                 * @description Statements and payments of this day or later.
                 * @example 2026-03-31
                 */
                from: string;
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
            /** @description What came, what was proved, what was applied, what waits and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NightReport"];
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
    listExports: {
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
            /** @description A page of exports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Export"][];
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
    requestExport: {
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
                 *       "kind": "lettering",
                 *       "format": "fec",
                 *       "from": "2026-03-01",
                 *       "to": "2026-03-31"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "lettering" | "postings" | "allocations" | "cash-events" | "aged-balance" | "disputes";
                    /**
                     * @description Absent: the kind's own.
                     * @enum {string}
                     */
                    format?: "csv" | "fec" | "jsonl";
                    /**
                     * Format: date
                     * @description The first day: of postings, or that a dispute was opened on.
                     * @example 2026-03-31
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description The last day; of the aged balance, the day that "past due" is counted to.
                     * @example 2026-03-31
                     */
                    to?: string;
                    /** @description Of cash events: only what comes after it. */
                    after?: string;
                };
            };
        };
        responses: {
            /** @description What was asked to be taken out of the books, and whether it is there. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
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
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked to be taken out of the books, and whether it is there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
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
    getExportBytes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                /** @example 0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8 */
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, under its name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "text/plain": string;
                    "application/jsonl": string;
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
    listWebhooks: {
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
            /** @description All. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
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
    resendDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example FR01 */
                ledger: string;
                webhook: string;
                deadLetterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receiver took them. */
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
}
