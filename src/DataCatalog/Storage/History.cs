using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>
/// Tells one history of changes from all others. A database that was made anew or restored from a backup comes to the same numbers again, and
/// not to the same digests, unless it says the same: two databases from the same files have the same.
/// </summary>
/// <param name="Sequence">The number of the last change; 0 for none.</param>
/// <param name="OfReferences">A digest of all changes of what other records repeat in part.</param>
/// <param name="OfContents">A digest of all changes.</param>
/// <param name="OfTimes">A digest of all changes and of when they were made.</param>
internal sealed record History(long Sequence, string OfReferences, string OfContents, string OfTimes)
{
    private const string Setting = "history";
    private const string ReadSql = "select value from setting where name = @name";

    private const string SaveSql = """
        insert into setting (name, value) values (@name, @value)
        on conflict (name) do update set value = excluded.value where value <> excluded.value
        """;

    private const string FollowingSql = """
        select sequence as Sequence, kind as Kind, id as Id, operation as Operation, version as Version, at as At, document as Document
        from change where sequence > @after order by sequence
        """;

    public static readonly History None = new(0, "", "", "");

    /// <summary>The history up to the last change that a connection sees. What is stored spares reading all changes again.</summary>
    public static History Read(SqliteConnection connection) =>
        Parse(connection.ExecuteScalar<string?>(ReadSql, new { name = Setting })).Following(connection);

    /// <summary>The history with the changes that have been made since.</summary>
    public History Following(SqliteConnection connection) => connection.Query<Change>(FollowingSql, new { after = Sequence }, buffered: false)
        .Aggregate(this, (history, change) => history.With(change));

    /// <summary>Stores it, in the transaction of the changes or later; what is stored already, or nothing, writes nothing.</summary>
    public void Save(SqliteConnection connection)
    {
        if (Sequence > 0)
        {
            connection.Execute(SaveSql, new { name = Setting, value = ToText() });
        }
    }

    private History With(Change change)
    {
        var content = DigestOf(change.Content);
        return new History(
            change.Sequence,
            Kinds.References.Contains(change.Kind, StringComparer.Ordinal) ? DigestOf(OfReferences + content) : OfReferences,
            DigestOf(OfContents + content),
            DigestOf($"{OfTimes}{content}{change.At}"));
    }

    private string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Sequence} {OfReferences} {OfContents} {OfTimes}");

    private static History Parse(string? text) => text?.Split(' ') is [var sequence, var references, var contents, var times]
        ? new History(long.Parse(sequence, CultureInfo.InvariantCulture), references, contents, times)
        : None;

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>By properties, not by constructor: a column of an empty log has no type.</summary>
    private sealed record Change
    {
        public long Sequence { get; init; }

        public string Kind { get; init; } = "";

        public string Id { get; init; } = "";

        public string Operation { get; init; } = "";

        public long Version { get; init; }

        public string At { get; init; } = "";

        public string? Document { get; init; }

        /// <summary>What it says, without its time.</summary>
        public string Content => string.Create(CultureInfo.InvariantCulture, $"{Sequence} {Kind} {Id} {Operation} {Version} {Document}");
    }
}
