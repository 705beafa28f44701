using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on all distributions of a dataset together.</summary>
internal static class DistributionRules
{
    /// <summary>Reports ids of another dataset, repeated ids, and repeated addresses: harvesters take those for one distribution.</summary>
    public static void Check(IReadOnlyList<Distribution> distributions, ValidationContext<Dataset> context)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var urls = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < (distributions?.Count ?? 0); index++)
        {
            if (distributions![index] is not { Id: not null, Url: not null } distribution)
            {
                context.Report($"[{index}]", null, "a distribution with an id and an access URL");
                continue;
            }

            CheckId(distribution, index, ids, context);
            if (!urls.Add(distribution.Url))
            {
                var property = distribution.DownloadUrl is null ? "accessUrl" : "downloadUrl";
                context.Report($"[{index}].{property}", distribution.Url, "an address that no other distribution of the dataset has");
            }
        }
    }

    private static void CheckId(Distribution distribution, int index, HashSet<string> ids, ValidationContext<Dataset> context)
    {
        var prefix = $"{context.InstanceToValidate.Id}-";
        if (!distribution.Id.StartsWith(prefix, StringComparison.Ordinal))
        {
            context.Report($"[{index}].id", distribution.Id, $"an id that begins with '{prefix}'");
        }
        else if (!IsNumber(distribution.Id.AsSpan(prefix.Length)))
        {
            context.Report($"[{index}].id", distribution.Id, $"'{prefix}' and a number from 1");
        }

        if (!ids.Add(distribution.Id))
        {
            context.Report($"[{index}].id", distribution.Id, "an id that no other distribution of the dataset has");
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9');
}
