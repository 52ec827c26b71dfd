using Mp.Architecture.Tests.Sources;

namespace Mp.Architecture.Tests.PublicApi;

public sealed class PublicApiTests
{
    private const string AcceptVariable = "MP_ACCEPT_PUBLIC_API";

    [Theory]
    [InlineData("src/Mp.Runtime/PublicApi.txt", typeof(Port))]
    [InlineData("src/Mp.Testing/PublicApi.txt", typeof(Testing.TestCluster))]
    public void Package_HasThePublicApiThatIsCommitted(string committedIn, Type anyType)
    {
        string built = PublicApiText.Of(anyType.Assembly.Location);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(Repository.FullPath(committedIn), built);
        }

        string[] committed = Repository.Read(committedIn).Split('\n');
        string[] found = built.Split('\n');

        Offenders.AreNone(
            $"The public API is not the committed one. If that is meant, accept it with {AcceptVariable}=1:",
            found.Except(committed).Select(line => "+ " + line)
                .Concat(committed.Except(found).Select(line => "- " + line)));
        Assert.Equal(string.Join('\n', committed), built);
    }
}
