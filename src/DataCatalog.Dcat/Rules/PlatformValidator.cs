using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on the facts about a platform.</summary>
internal sealed class PlatformValidator : AbstractValidator<Platform>
{
    public PlatformValidator(IReferences references)
    {
        this.CheckCodes(references);
        RuleFor(platform => platform.Hosts).NotEmptyList();
        RuleForEach(platform => platform.Hosts)
            .Must(host => host is null || Uri.CheckHostName(host) is UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal))
            .WithMessage("a host such as hubeau.eaufrance.fr");
        RuleFor(platform => platform.Hosts).NoneTwice(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Checks that a dataset has an address on the platform that it names.</summary>
    public static void Check(Dataset dataset, IReferences references, ValidationContext<Dataset> context)
    {
        var platform = dataset.Platform is { } code ? references.FindConcept(Schemes.Platforms, code)?.Platform : null;
        var addresses = (dataset.Distributions ?? [])
            .SelectMany(distribution => new[] { distribution?.AccessUrl, distribution?.DownloadUrl })
            .Prepend(dataset.LandingPage);
        if (platform is not null && !addresses.Any(platform.Has))
        {
            context.Report(
                "platform", dataset.Platform, $"a platform on which the dataset has an address: {string.Join(", ", platform.Hosts)}");
        }
    }
}
