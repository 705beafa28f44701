using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rule on the records that an entry has on other platforms: an address of the entry that is the page of such a record must be that of
/// a record that the entry names. Otherwise views such as <c>notOn</c> give a platform its own entries back.
/// </summary>
internal static class PlatformRecords
{
    public static void Check(Dataset dataset, ValidationContext<Dataset> context)
    {
        Check(dataset.OtherIdentifiers, isService: false, "landingPage", dataset.LandingPage, context);
        for (var index = 0; index < (dataset.Distributions?.Count ?? 0); index++)
        {
            var distribution = dataset.Distributions![index];
            Check(dataset.OtherIdentifiers, isService: false, $"distributions[{index}].accessUrl", distribution?.AccessUrl, context);
            Check(dataset.OtherIdentifiers, isService: false, $"distributions[{index}].downloadUrl", distribution?.DownloadUrl, context);
        }
    }

    public static void Check(DataService service, ValidationContext<DataService> context)
    {
        Check(service.OtherIdentifiers, isService: true, "landingPage", service.LandingPage, context);
        Check(service.OtherIdentifiers, isService: true, "documentation", service.Documentation, context);
        Check(service.OtherIdentifiers, isService: true, "endpointDescription", service.EndpointDescription, context);
        Check(service.OtherIdentifiers, isService: true, "endpointUrl", service.EndpointUrl, context);
    }

    private static void Check<T>(
        IReadOnlyList<OtherIdentifier>? named, bool isService, string path, string? address, ValidationContext<T> context)
    {
        if (Platforms.RecordAt(address, isService) is { } record && named?.Any(other => Platforms.MayBeSame(other, record)) != true)
        {
            context.Report(
                path,
                address,
                $"'{record.Platform}={record.Identifier}' among the other identifiers, because this is the page of that record");
        }
    }
}
