using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using FluentValidation;

namespace DataCatalog.Seeding.Reading;

/// <summary>Validates the records of a folder, one by one and together.</summary>
internal static class SeedRules
{
    public static void Check(SeedRows rows, TimeProvider time)
    {
        var references = new SeedReferences(rows);
        CheckAll(new AboutCatalogValidator(references, time), rows.Catalog);
        CheckAll(new ConceptSchemeValidator(), rows.Schemes);
        CheckAll(new ConceptValidator(references), [.. rows.Concepts.Where(row => references.FindScheme(row.Record.Scheme) is not null)]);
        CheckAll(new TerritoryValidator(references), rows.Territories);
        CheckAll(new AgentValidator(references, time), rows.Agents);
        CheckAll(new DatasetSeriesValidator(references, time), rows.Series);
        CheckAll(new DataServiceValidator(references, time), rows.Services);
        CheckAll(new ModelValidator(references, time), rows.Models);
        CheckAll(new LegalRuleValidator(references, time), rows.Rules);
        CheckDatasets(new DatasetValidator(references, time), rows);
        CheckOrphans(new DistributionValidator(references, time), rows, references);
        new CatalogValidator().Check(rows);
    }

    private static void CheckAll<T>(IValidator<T> rules, IReadOnlyList<Sourced<T>> rows)
    {
        foreach (var row in rows)
        {
            rules.Check(row);
        }
    }

    private static void CheckDatasets(DatasetValidator rules, SeedRows rows)
    {
        foreach (var row in rows.Datasets.DistinctBy(row => row.Record.Id, StringComparer.Ordinal))
        {
            rules.Check(row, "distributions", rows.PartsOf(row.Record.Id));
        }
    }

    private static void CheckOrphans(DistributionValidator rules, SeedRows rows, SeedReferences references)
    {
        foreach (var (distribution, row) in rows.Distributions.Where(group => !references.HasDataset(group.Key)).SelectMany(group => group))
        {
            rules.Check(new Sourced<Distribution>(distribution, row));
            if (row.Table.Errors.IsCertain(SeedTargets.Datasets))
            {
                row.Table.Errors.Wrong(
                    new SeedError(row.Table.File, row.Line, "dataset", row["dataset"], "the id of a dataset in datasets.csv"));
            }
        }
    }
}
