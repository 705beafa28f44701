using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace DataCatalog.Storage;

/// <summary>
/// The last change that a process has seen. A database that has the same change under its number has all changes before it too: what is
/// lost when another server takes over are the last ones.
/// </summary>
/// <param name="Sequence">Its number; 0 for no change.</param>
/// <param name="Digest">A digest of its content and its time.</param>
internal sealed record LastChange(long Sequence, string Digest)
{
    private const string Columns = """
        select sequence as Sequence, kind || ' ' || id || ' ' || operation || ' ' || version || ' ' || at || ' ' || coalesce(document, '')
          as Content
        from change
        """;

    private const string LastSql = $"{Columns} order by sequence desc limit 1";
    private const string AtSql = $"{Columns} where sequence = @Sequence";

    public static readonly LastChange None = new(0, "");

    /// <summary>Reads the last change that a connection sees.</summary>
    public static LastChange Read(DbConnection connection) => Of(connection.QueryFirstOrDefault<Row>(LastSql));

    /// <summary>Whether a connection sees this change.</summary>
    public bool IsIn(DbConnection connection) =>
        Sequence == 0 || Of(connection.QueryFirstOrDefault<Row>(AtSql, new { Sequence })) == this;

    private static LastChange Of(Row? row) => row is null ? None
        : new(row.Sequence, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Content)).AsSpan(0, 16)));

    /// <summary>Has properties and no constructor, because a column of an empty log has no type.</summary>
    private sealed record Row
    {
        public long Sequence { get; init; }

        public string Content { get; init; } = "";
    }
}
