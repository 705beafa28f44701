namespace DataCatalog.Index.Columns;

/// <summary>What filters and orders need of one dataset, beside its codes.</summary>
internal sealed class Row
{
    /// <summary>Takes the facts of a dataset.</summary>
    public Row(StoredRow stored)
    {
        (Number, Id, Sequence, ChangedAt) = (stored.Number, stored.Id, stored.Sequence, stored.ChangedAt);
        var facts = stored.Facts;
        Title = facts.Title;
        (Due, From, To) = (facts.Due?.DayNumber, facts.From?.DayNumber ?? int.MinValue, facts.To?.DayNumber ?? int.MaxValue);
        (HasPeriod, HasApi, IsPartial, Known) = (facts.HasPeriod, facts.HasService, facts.IsPartial, facts.Known);
    }

    /// <summary>The row's number in the index, which stays.</summary>
    public int Number { get; }

    public string Id { get; }

    public string Title { get; }

    /// <summary>The number of the change that made the present version.</summary>
    public long Sequence { get; }

    public DateTimeOffset ChangedAt { get; }

    /// <summary>The last day on which the next version is in time, as a day number; null where it is not known.</summary>
    public int? Due { get; }

    /// <summary>The first day of the period, as a day number; the smallest number for an open one.</summary>
    public int From { get; }

    /// <summary>The last day of the period, likewise.</summary>
    public int To { get; }

    public bool HasPeriod { get; }

    public bool HasApi { get; }

    /// <summary>Whether the data are known not to cover all that they name.</summary>
    public bool IsPartial { get; }

    /// <summary>How many of the facts that people ask for first are known.</summary>
    public int Known { get; }
}

/// <summary>A row of the index as it is stored.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Id">The dataset.</param>
/// <param name="Sequence">The number of the change that made the present version.</param>
/// <param name="ChangedAt">When that was.</param>
/// <param name="Facts">What is stored, with what other records say.</param>
internal sealed record StoredRow(int Number, string Id, long Sequence, DateTimeOffset ChangedAt, DatasetFacts Facts);
