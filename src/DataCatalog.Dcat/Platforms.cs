using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat;

/// <summary>The pages that records of datasets and services have on platforms whose addresses are known.</summary>
public static class Platforms
{
    /// <summary>The words that stand where a record's name would, in addresses of files and of searches.</summary>
    private static readonly string[] NoNames = ["r", "search"];

    /// <summary>The length of the number that data.gouv.fr gives a record beside its name.</summary>
    private const int NumberLength = 24;

    private static readonly (string Platform, bool OfServices, string Prefix)[] Pages =
    [
        ("data.gouv.fr", OfServices: false, "https://www.data.gouv.fr/datasets/"),
        ("data.gouv.fr", OfServices: true, "https://www.data.gouv.fr/dataservices/"),
        ("api.gouv.fr", OfServices: true, "https://api.gouv.fr/les-api/"),
    ];

    /// <summary>Returns the page of a record; null when the form of the platform's addresses is not known.</summary>
    /// <param name="record">The identifier on the platform.</param>
    /// <param name="isService">Whether it is the record of a service, not of a dataset.</param>
    public static string? PageOf(OtherIdentifier record, bool isService)
    {
        var page = Array.Find(
            Pages, page => page.OfServices == isService && string.Equals(page.Platform, record.Platform, StringComparison.Ordinal));
        return page.Prefix is null ? null : page.Prefix + Uri.EscapeDataString(record.Identifier);
    }

    /// <summary>Reads the record out of the address of its page; null when the address is no such page.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isService">Whether to look for services, not for datasets.</param>
    public static OtherIdentifier? RecordAt(string? address, bool isService)
    {
        var plain = AddressKey.WithoutVariants(address ?? "");
        var page = Array.Find(Pages, page => page.OfServices == isService
            && plain.StartsWith(AddressKey.WithoutVariants(page.Prefix), StringComparison.OrdinalIgnoreCase));
        var name = page.Prefix is null ? "" : plain[AddressKey.WithoutVariants(page.Prefix).Length..].Split('/', '?', '#')[0];
        return name.Length == 0 || NoNames.Contains(name, StringComparer.Ordinal)
            ? null
            : new OtherIdentifier(page.Platform, Uri.UnescapeDataString(name));
    }

    /// <summary>
    /// Tells whether two identifiers on one platform may name the same record: they are equal, or one is a name and the other a number,
    /// which cannot be compared.
    /// </summary>
    public static bool MayBeSame(OtherIdentifier one, OtherIdentifier other) =>
        string.Equals(one.Platform, other.Platform, StringComparison.Ordinal)
        && (string.Equals(one.Identifier, other.Identifier, StringComparison.Ordinal)
            || IsNumber(one.Identifier) != IsNumber(other.Identifier));

    private static bool IsNumber(string identifier) => identifier.Length == NumberLength && identifier.All(char.IsAsciiHexDigitLower);
}
