using DataCatalog.Dcat.Records;
using Microsoft.Data.Sqlite;

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
          version = excluded.version, changed_on = max(changed_on, excluded.changed_on), document = excluded.document,
          withdrawn_at = null, withdrawn_why = null
        """;

    private static readonly string WithdrawSql =
        $"update {Kind} set version = @version, withdrawn_at = @at, withdrawn_why = @why where id = @id";

    private readonly LinkTables _links = new(Kind, targets);

    /// <summary>
    /// Writes what else is derived from a new or changed record; runs after the record, its links and its change are written.
    /// </summary>
    public Action<WriteSession, T, SaveOutcome>? Saved { get; init; }

    /// <summary>Deletes what else is derived from a record; runs before the record is withdrawn.</summary>
    public Action<WriteSession, string>? Withdrawing { get; init; }

    /// <summary>Returns the ids of the living records, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids(WriteSession session) => session.All(IdsSql, row => row.GetString(0));

    /// <summary>
    /// Saves a record. Its date of change never goes back. A withdrawn record becomes living again with the next version, and keeps the day
    /// on which it was first entered.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="record">The record to save; the caller has validated it.</param>
    /// <param name="checkedOn">The day on which its facts were checked.</param>
    public SaveOutcome Save(WriteSession session, T record, DateOnly checkedOn)
    {
        var document = RecordJson.Write(record);
        var stored = session.First(FindSql, Stored.Read, ("@id", record.Id));
        var lives = stored is { IsWithdrawn: false };
        if (lives && string.Equals(stored!.Document, document, StringComparison.Ordinal))
        {
            return SaveOutcome.Unchanged;
        }

        var version = (stored?.Version ?? 0) + 1;
        session.Execute(
            SaveSql, ("@id", record.Id), ("@version", version), ("@checked", StoredText.Of(checkedOn)), ("@document", document));
        session.Log(Kind, record.Id, lives ? "update" : "create", version, document);
        _links.Replace(session, record.Id, links(record));
        var outcome = lives ? SaveOutcome.Changed : SaveOutcome.Created;
        Saved?.Invoke(session, record, outcome);
        return outcome;
    }

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

    private sealed record Stored(long Version, bool IsWithdrawn, string Document)
    {
        public static Stored Read(SqliteDataReader row) => new(row.GetInt64(0), !row.IsDBNull(1), row.GetString(2));
    }
}
