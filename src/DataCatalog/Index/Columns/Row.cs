namespace DataCatalog.Index.Columns;

/// <summary>The facts of one dataset that filters and orders use, beside its codes.</summary>
internal sealed class Row
{
    public Row(StoredRow stored)
    {
        (Number, Id, Sequence, ChangedAt) = (stored.Number, stored.Id, stored.Sequence, stored.ChangedAt);
        var facts = stored.Facts;
        Title = facts.Title;
        (Due, From, To) = (facts.Due?.DayNumber, facts.From?.DayNumber ?? int.MinValue, facts.To?.DayNumber ?? int.MaxValue);
        (HasPeriod, HasApi, IsPartial, Known) = (facts.HasPeriod, facts.HasService, facts.IsPartial, facts.Known);
        Addresses = facts.Addresses.ToArray();
    }

    /// <summary>The number of the row in the index, which never changes.</summary>
    public int Number { get; }

    public string Id { get; }

    public string Title { get; }

    /// <summary>The number of the change that made the current version.</summary>
    public long Sequence { get; }

    public DateTimeOffset ChangedAt { get; }

    /// <summary>The last day on which the next version is on time, as a day number; null when unknown.</summary>
    public int? Due { get; }

    /// <summary>The first day of the period covered, as a day number; <see cref="int.MinValue"/> when open or unknown.</summary>
    public int From { get; }

    /// <summary>The last day of the period covered, as a day number; <see cref="int.MaxValue"/> when open or unknown.</summary>
    public int To { get; }

    public bool HasPeriod { get; }

    public bool HasApi { get; }

    /// <summary>Whether the data are known to be incomplete.</summary>
    public bool IsPartial { get; }

    /// <summary>How many of the facts that people ask for first are known.</summary>
    public int Known { get; }

    /// <summary>The numbers of its addresses (<see cref="PageKey"/>).</summary>
    public ReadOnlyMemory<long> Addresses { get; }
}

/// <summary>A row of the index as it is stored.</summary>
/// <param name="Number">The number of the row.</param>
/// <param name="Id">The id of the dataset.</param>
/// <param name="Sequence">The number of the change that made the current version.</param>
/// <param name="ChangedAt">The time of that change.</param>
/// <param name="Facts">The stored facts, completed with those of related records.</param>
internal sealed record StoredRow(int Number, string Id, long Sequence, DateTimeOffset ChangedAt, DatasetFacts Facts);
