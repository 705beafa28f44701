using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting;
using DataCatalog.Storage;
using DataCatalog.Tests.Mapping;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>What somebody does to the catalogue while a harvester walks through it.</summary>
/// <param name="AfterPage">After which page of the walk.</param>
/// <param name="Kind">0: create; 1: change; 2: withdraw.</param>
/// <param name="Target">Which dataset, or the name of the new one.</param>
public sealed record Edit(int AfterPage, int Kind, int Target);

/// <summary>Few pages, many edits, names all over the alphabet.</summary>
public static class Edits
{
    public static Arbitrary<Edit> Any() => Arb.From(
        from page in Gen.Choose(0, 8)
        from kind in Gen.Choose(0, 2)
        from target in Gen.Choose(0, 999)
        select new Edit(page, kind, target));
}

[Trait("Speed", "Slow")]
[Properties(Arbitrary = [typeof(Edits)], MaxTest = 15, StartSize = 10, EndSize = 60)]
public sealed class ConcurrentWalkTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    private readonly Database _database = app.Services.GetRequiredService<Database>();
    private readonly RecordReader<Dataset> _datasets = app.Services.GetRequiredService<RecordReader<Dataset>>();

    /// <summary>
    /// A harvester deletes what it no longer sees, as CKAN and piveau do, while somebody else edits and its pages are built.
    /// </summary>
    [Property]
    public async Task A_harvester_loses_nothing_that_was_there_throughout_and_ends_with_our_state(Edit[] edits, bool large)
    {
        var start = $"/catalog.nt?pageSize={(large ? 60 : 35)}";
        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        await HarvestAsync(start, copy, afterPage: _ => { });
        Assert.Equal(State(), copy);

        var throughout = copy.Keys.ToHashSet(StringComparer.Ordinal);
        var gone = new ConcurrentBag<string>();
        var editing = Task.CompletedTask;
        var sightings = await HarvestAsync(start, copy, page => editing = EditAsync(editing, page));
        await editing;
        throughout.ExceptWith(gone);

        Assert.All(sightings, sighting => Assert.Equal(1, sighting.Value));
        Assert.Subset(sightings.Keys.ToHashSet(StringComparer.Ordinal), throughout);
        Assert.Subset(copy.Keys.ToHashSet(StringComparer.Ordinal), throughout);

        await HarvestAsync(start, copy, afterPage: _ => { });
        Assert.Equal(State(), copy);

        async Task EditAsync(Task before, int page)
        {
            await before;
            await Task.Run(() => Array.ForEach([.. edits.Where(edit => edit.AfterPage == page).SelectMany(Apply)], gone.Add));
        }
    }

    /// <summary>Walks, takes over what it sees and deletes the rest; returns how often each dataset was seen.</summary>
    private async Task<IReadOnlyDictionary<string, int>> HarvestAsync(string start, Dictionary<string, string> copy, Action<int> afterPage)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        await foreach (var page in CatalogWalk.PagesAsync(app, start))
        {
            foreach (var (dataset, said) in Said(page.Statements))
            {
                copy[dataset] = said;
                seen[dataset] = seen.GetValueOrDefault(dataset) + 1;
            }

            afterPage(number++);
        }

        copy.Keys.Where(id => !seen.ContainsKey(id)).ToList().ForEach(id => copy.Remove(id));
        return seen;
    }

    /// <summary>What the catalogue says now, by another way than its pages.</summary>
    private Dictionary<string, string> State()
    {
        using var dump = new MemoryStream();
        app.Services.GetRequiredService<CatalogExport>().Write(ExportFormat.Whole.Single(format => format.Name is "nt"), dump);
        return Said(Corpus.Parse(Encoding.UTF8.GetString(dump.ToArray())));
    }

    /// <summary>All that is said of each dataset.</summary>
    private static Dictionary<string, string> Said(IReadOnlyList<Statement> statements)
    {
        var about = statements.ToLookup(statement => statement.Subject, StringComparer.Ordinal);
        return statements.Where(statement => statement.Predicate == Corpus.Type && statement.Object == $"<{Corpus.Dcat}Dataset>")
            .Select(statement => statement.Subject).Distinct(StringComparer.Ordinal)
            .ToDictionary(
                dataset => dataset,
                dataset => string.Join('\n', about[dataset]
                    .Select(statement => $"{statement.Predicate} {statement.Object}")
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)),
                StringComparer.Ordinal);
    }

    /// <summary>Does an edit; returns the ids that are gone by it.</summary>
    private string[] Apply(Edit edit)
    {
        var ids = _datasets.Ids();
        var target = ids[edit.Target % ids.Count];
        var title = LanguageMap.Of(string.Create(CultureInfo.InvariantCulture, $"Titre {_database.Sequence}"));
        if (edit.Kind == 0)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + (edit.Target % 26))}-essai-{edit.Target}");
            Save(_datasets.Find(ids[0])!.Record with { Id = id, Title = title, Distributions = [], OtherIdentifiers = [] });
            return [];
        }

        if (edit.Kind == 1)
        {
            Save(_datasets.Find(target)!.Record with { Title = title });
            return [];
        }

        return TryWithdraw(target) ? [$"<{CatalogApp.BaseUrl}/datasets/{target}>"] : [];
    }

    private void Save(Dataset dataset) =>
        _database.Write("test", session => DatasetStore.Writer.Save(session, dataset, new DateOnly(2026, 11, 24)));

    /// <summary>A dataset that a service serves stays.</summary>
    private bool TryWithdraw(string id)
    {
        try
        {
            return _database.Write("test", session => DatasetStore.Writer.Withdraw(session, id, "a test"));
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
