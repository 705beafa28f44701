using System.Data.Common;
using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Reports;

/// <summary>The reports of readers, in a table of their own: they change no answer, no number of the change log and no tag.</summary>
internal sealed class ReportStore(Database database)
{
    /// <summary>The most reports that wait to be read; further ones are refused.</summary>
    public const int MostOpen = 1000;

    /// <summary>The most closed reports that are kept, the newest ones.</summary>
    private const int MostClosed = 1000;

    private const string SaveSql = """
        insert into report (dataset_id, text, at)
        select @dataset, @text, @at where (select count(*) from report where closed_at is null) < @most
        """;

    private const string OpenSql =
        "select number as Number, dataset_id as Dataset, text as Text, at as At from report where closed_at is null order by number";

    private const string CloseSql = "update report set closed_at = @at where number = @number and closed_at is null";

    private const string ForgetSql = """
        delete from report where closed_at is not null and number not in
          (select number from report where closed_at is not null order by closed_at desc, number desc limit @most)
        """;

    /// <summary>Whether reports can be kept: not in a database that is read-only.</summary>
    public bool IsWritable => database.IsWritable;

    /// <summary>Keeps a report.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool Save(string dataset, string text) => database.WriteAside((connection, now) =>
        connection.Execute(SaveSql, new { dataset, text, at = StoredText.Of(now), most = MostOpen }) == 1);

    /// <summary>Returns the reports that nobody has closed, the oldest first.</summary>
    public IReadOnlyList<Report> Open()
    {
        using var connection = database.OpenRead();
        return
        [
            .. connection.Query<(long Number, string Dataset, string Text, string At)>(OpenSql)
                .Select(row => new Report(row.Number, row.Dataset, row.Text, StoredText.Instant(row.At))),
        ];
    }

    /// <summary>Closes a report.</summary>
    /// <returns>Whether there was an open report of this number.</returns>
    public bool Close(long number) => database.WriteAside((connection, now) =>
        connection.Execute(CloseSql, new { number, at = StoredText.Of(now) }) == 1 && Forget(connection));

    private static bool Forget(DbConnection connection) => connection.Execute(ForgetSql, new { most = MostClosed }) >= 0;
}
