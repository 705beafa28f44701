namespace DataCatalog.Pages;

/// <summary>Chooses the component that shows an answer, by its class and its address.</summary>
internal static class PageKinds
{
    /// <summary>Returns what a page below that of a dataset is for; null for any other page.</summary>
    public static string? PurposeOf(PathString path) => path.Value?.Split('/') is ["", "datasets", _, var purpose] ? purpose : null;

    /// <summary>Returns the component for an answer.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="answer">The answer.</param>
    public static Type Of(PathString path, Fact answer) => path.Value switch
    {
        "/" => typeof(HomePage),
        "/search" => typeof(SearchPage),
        "/vocab" => typeof(TermsPage),
        "/vocabularies/competences" => typeof(CompetencesPage),
        _ when PurposeOf(path) is "reports" => typeof(ReportPage),
        _ => answer["type"].Plain switch
        {
            "Dataset" => typeof(DatasetPage),
            "Location" => typeof(TerritoryPage),
            "TerritoryMapping" => typeof(MappingPage),
            "Collection" when path.Value!.EndsWith("/datasets", StringComparison.Ordinal) => typeof(DatasetsPage),
            "Collection" when path.Value!.EndsWith("/calendar", StringComparison.Ordinal) => typeof(CalendarPage),
            "Collection" => typeof(ListPage),
            _ => typeof(EntryPage),
        },
    };
}
