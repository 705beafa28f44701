namespace DataCatalog.Reports;

/// <summary>What a reader reports as wrong with a dataset's entry. Nothing says who the reader is.</summary>
/// <param name="Number">The number, by which it is closed.</param>
/// <param name="Dataset">The id of the dataset.</param>
/// <param name="Text">The reader's words.</param>
/// <param name="At">When it came.</param>
internal sealed record Report(long Number, string Dataset, string Text, DateTimeOffset At);
