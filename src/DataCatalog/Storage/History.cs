using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace DataCatalog.Storage;

/// <summary>
/// Identifies one history of changes by digests. A database that was created again or restored from a backup reaches the same sequence
/// numbers, and the same digests only if its contents are the same. Two databases seeded from the same files have the same digest of
/// contents.
/// </summary>
/// <param name="Sequence">The number of the last change; 0 for no change.</param>
/// <param name="OfReferences">A digest of all changes of records whose names other records repeat.</param>
/// <param name="OfContents">A digest of all changes.</param>
/// <param name="OfTimes">A digest of all changes and their times.</param>
internal sealed record History(long Sequence, string OfReferences, string OfContents, string OfTimes)
{
    private const string Setting = "history";
    private const string ReadSql = "select value from setting where name = @name";

    private const string SaveSql = """
        insert into setting (name, value) values (@name, @value)
        on conflict (name) do update set value = excluded.value where setting.value <> excluded.value
        """;

    private const string FollowingSql = """
        select sequence as Sequence, kind as Kind, id as Id, operation as Operation, version as Version, at as At, document as Document
        from change where sequence > @after order by sequence
        """;

    public static readonly History None = new(0, "", "", "");

    /// <summary>Reads the history up to the last change that a connection sees. The stored part is not computed again.</summary>
    public static History Read(DbConnection connection) =>
        Parse(connection.ExecuteScalar<string?>(ReadSql, new { name = Setting })).Following(connection);

    /// <summary>Returns the history extended by the changes made since.</summary>
    public History Following(DbConnection connection) => connection
        .Query<Change>(FollowingSql, new { after = Sequence }, buffered: false)
        .Aggregate(this, (history, change) => history.With(change));

    /// <summary>
    /// Stores the history, in the transaction of the changes or later. Writes nothing when it is stored already or empty.
    /// </summary>
    public void Save(DbConnection connection)
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

    /// <summary>Has properties and no constructor, because a column of an empty log has no type.</summary>
    private sealed record Change
    {
        public long Sequence { get; init; }

        public string Kind { get; init; } = "";

        public string Id { get; init; } = "";

        public string Operation { get; init; } = "";

        public long Version { get; init; }

        public string At { get; init; } = "";

        public string? Document { get; init; }

        /// <summary>The change without its time.</summary>
        public string Content => string.Create(CultureInfo.InvariantCulture, $"{Sequence} {Kind} {Id} {Operation} {Version} {Document}");
    }
}
