using System.Globalization;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

/// <summary>More datasets than are ranked by their words: some have the words in their titles, the others in their descriptions.</summary>
internal static class ManyDatasets
{
    public const int WithTitle = 40;

    public static void AddTo(CatalogApp app, int count)
    {
        var datasets = app.Services.GetRequiredService<RecordReader<Dataset>>();
        var model = datasets.Find("arbres-rennes")!.Record;
        app.Services.GetRequiredService<Database>().Write("test", session =>
        {
            for (var number = 0; number < count; number++)
            {
                var hasTitle = number < WithTitle;
                DatasetStore.Writer.Save(
                    session,
                    model with
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"{(hasTitle ? "titre" : "description")}-{number}"),
                        Title = LanguageMap.Of(hasTitle ? "Parcelle imaginaire" : "Autre chose"),
                        Description = LanguageMap.Of("Parcelle imaginaire, pour voir."),
                        Themes = [hasTitle ? "ENVI" : "GOVE"],
                        Distributions = [],
                        OtherIdentifiers = [],
                    },
                    new DateOnly(2026, 11, 24));
            }
        });
    }
}
