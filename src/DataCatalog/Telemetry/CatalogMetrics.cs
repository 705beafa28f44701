using System.Diagnostics.Metrics;
using DataCatalog.Backups;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Storage;

namespace DataCatalog.Telemetry;

/// <summary>What an operator watches besides requests: the database, its log, the dumps and the backups. Read when somebody asks.</summary>
internal sealed class CatalogMetrics(IMeterFactory meters, Database database, DumpFolder dumps, BackupFolder backups) : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "DataCatalog.State";

    private const string Changes = "{change}";

    private readonly Meter _meter = meters.Create(MeterName);

    /// <summary>Publishes the metrics.</summary>
    public void Begin()
    {
        _meter.CreateObservableGauge("datacatalog.changes.last", () => database.Sequence, Changes, "The number of the last change.");
        _meter.CreateObservableGauge("datacatalog.database.size", () => SizeOf(database.File), "By", "The size of the database.");
        _meter.CreateObservableGauge("datacatalog.database.log.size", () => SizeOf(database.LogFile), "By", "The size of its log.");
        _meter.CreateObservableGauge("datacatalog.dumps.last", DumpSequences, Changes, "The number of the last change in the dumps.");
        _meter.CreateObservableGauge("datacatalog.backups.newest", BackupTimes, "s", "The time of the newest backup, in Unix seconds.");
    }

    public void Dispose() => _meter.Dispose();

    private static long SizeOf(string? path) => path is not null && new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private IEnumerable<Measurement<long>> DumpSequences() => dumps.Current is { } set ? [new(set.Sequence)] : [];

    private IEnumerable<Measurement<long>> BackupTimes() => backups.NewestTime is { } time ? [new(time.ToUnixTimeSeconds())] : [];
}
