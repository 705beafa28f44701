using System.Data.Common;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>Writes the records of one kind: the document, the tables derived from it and the change log, in one transaction.</summary>
/// <param name="targets">The kinds of record that these records link to.</param>
/// <param name="links">Returns the links of a record.</param>
internal sealed class RecordWriter<T>(IReadOnlyList<string> targets, Func<T, IEnumerable<Link>> links)
    where T : class, IRecord
{
    private static readonly string Kind = Kinds.Of<T>();
    private static readonly string IdsSql = $"select id from {Kind} where withdrawn_at is null order by id";
    private static readonly string FindSql = $"select version, withdrawn_at, document from {Kind} where id = @id";
    private static readonly string SaveSql = $"""
        insert into {Kind} (id, version, entered_on, changed_on, document) values (@id, @version, @checked, @checked, @document)
        on conflict (id) do update set
          version = excluded.version, document = excluded.document,
          changed_on = case when excluded.changed_on > {Kind}.changed_on then excluded.changed_on else {Kind}.changed_on end,
          withdrawn_at = null, withdrawn_why = null
        """;

    private static readonly string WithdrawSql =
        $"update {Kind} set version = @version, withdrawn_at = @at, withdrawn_why = @why where id = @id";

    /// <summary>
    /// How many records are prepared at once: enough that threads seldom wait for each other, few enough to take little memory.
    /// </summary>
    private const int Chunk = 200;

    private readonly LinkTables _links = new(Kind, targets);

    /// <summary>
    /// Computes what else is derived from a record, without the database and perhaps on another thread. What it returns writes that, after
    /// the record, its links and its change are written.
    /// </summary>
    public Func<T, Action<WriteSession, SaveOutcome>> Derive { get; init; } = _ => (_, _) => { };

    /// <summary>Deletes what else is derived from a record; runs before the record is withdrawn.</summary>
    public Action<WriteSession, string>? Withdrawing { get; init; }

    /// <summary>Returns the ids of the living records, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids(WriteSession session) => session.All(IdsSql, row => row.GetString(0));

    /// <summary>
    /// Saves records one after the other. What can be computed of the next ones is computed meanwhile, on another core.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="records">The records to save; the caller has validated them.</param>
    /// <param name="checkedOn">Returns the day on which the facts of a record were checked.</param>
    public IEnumerable<SaveOutcome> SaveAll(WriteSession session, IEnumerable<T> records, Func<T, DateOnly> checkedOn)
    {
        var living = Ids(session).ToHashSet(StringComparer.Ordinal);
        return records.Ahead(Chunk, record => Prepared(record, living)).Select(draft => Save(session, draft, checkedOn(draft.Record)));
    }

    /// <summary>
    /// Saves a record. Its date of change never goes back. A withdrawn record becomes living again with the next version, and keeps the day
    /// on which it was first entered.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="record">The record to save; the caller has validated it.</param>
    /// <param name="checkedOn">The day on which its facts were checked.</param>
    public SaveOutcome Save(WriteSession session, T record, DateOnly checkedOn) => Save(session, new Draft(record, Derive), checkedOn);

    /// <summary>Withdraws a record; returns false when no living record has this id.</summary>
    public bool Withdraw(WriteSession session, string id, string reason)
    {
        if (session.First(FindSql, Stored.Read, ("@id", id)) is not { IsWithdrawn: false } stored)
        {
            return false;
        }

        Withdrawing?.Invoke(session, id);
        session.Execute(WithdrawSql, ("@id", id), ("@version", stored.Version + 1), ("@at", session.At), ("@why", reason));
        session.Log(Kind, id, "withdraw", stored.Version + 1, document: null);
        _links.Clear(session, id);
        return true;
    }

    /// <summary>Prepares a record. What is derived of one that lives already is left, since most of those are unchanged.</summary>
    private Draft Prepared(T record, HashSet<string> living)
    {
        var draft = new Draft(record, Derive);
        _ = living.Contains(record.Id) ? null : draft.WriteDerived;
        return draft;
    }

    private SaveOutcome Save(WriteSession session, Draft draft, DateOnly checkedOn)
    {
        var (record, document) = (draft.Record, draft.Document);
        var stored = session.First(FindSql, Stored.Read, ("@id", record.Id));
        var outcome = stored is null ? SaveOutcome.Created : stored.IsWithdrawn ? SaveOutcome.Revived : SaveOutcome.Changed;
        if (outcome == SaveOutcome.Changed && string.Equals(stored!.Document, document, StringComparison.Ordinal))
        {
            return SaveOutcome.Unchanged;
        }

        var version = (stored?.Version ?? 0) + 1;
        session.Execute(
            SaveSql, ("@id", record.Id), ("@version", version), ("@checked", StoredText.Of(checkedOn)), ("@document", document));
        session.Log(Kind, record.Id, outcome == SaveOutcome.Changed ? "update" : "create", version, document);
        if (outcome == SaveOutcome.Changed)
        {
            _links.Clear(session, record.Id);
        }

        _links.Add(session, record.Id, links(record));
        draft.WriteDerived(session, outcome);
        return outcome;
    }

    /// <summary>A record with what is computed of it without the database.</summary>
    private sealed class Draft(T record, Func<T, Action<WriteSession, SaveOutcome>> derive)
    {
        public T Record => record;

        public string Document { get; } = RecordJson.Write(record);

        /// <summary>Writes what is derived; computes it first.</summary>
        public Action<WriteSession, SaveOutcome> WriteDerived => field ??= derive(record);
    }

    private sealed record Stored(long Version, bool IsWithdrawn, string Document)
    {
        public static Stored Read(DbDataReader row) => new(row.GetInt64(0), !row.IsDBNull(1), row.GetString(2));
    }
}
